namespace SocialCrm.Host.Customers;

internal static class CustomersFeature
{
    public static void AddCustomers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CustomerDirectory>();
        builder.Services.AddScoped<Recipients>().AddScoped<IdentityBlocks>();
        builder.Services.AddScoped<CustomerViews>();
        builder.Services.AddScoped<Merges>().AddScoped<MergeCustomers>().AddScoped<UndoMerge>().AddScoped<ListCustomers>();
    }

    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("").WithTags("Customers");
        ListCustomers.Map(customers);
        GetCustomer.Map(customers);
        GetCustomerTimeline.Map(customers);
        MergeCustomers.Map(customers);
        UndoMerge.Map(customers);
    }
}
