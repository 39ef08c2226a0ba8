namespace SocialCrm.Host.Customers;

internal static class CustomersFeature
{
    public static void AddCustomers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CustomerDirectory>();
        builder.Services.AddScoped<Recipients>();
        builder.Services.AddScoped<CustomerViews>();
    }

    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("").WithTags("Customers");
        ListCustomers.Map(customers);
        GetCustomer.Map(customers);
        GetCustomerTimeline.Map(customers);
    }
}
