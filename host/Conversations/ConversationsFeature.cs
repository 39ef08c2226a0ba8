namespace SocialCrm.Host.Conversations;

internal static class ConversationsFeature
{
    public static void AddConversations(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<InteractionViews>().AddScoped<LabelledMessages>().AddScoped<ListInteractions>();
        services.AddScoped<ConversationViews>().AddScoped<ListConversations>().AddScoped<ConversationCommands>();
        services.AddScoped<AddNote>().AddScoped<Timelines>().AddScoped<OutboundMessages>();
    }

    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        var conversations = api.MapGroup("").WithTags("Conversations");
        ListConversations.Map(conversations);
        GetConversation.Map(conversations);
        GetConversationTimeline.Map(conversations);
        AddNote.Map(conversations);
        SetConversationStatus.Map(conversations);
        AssignConversation.Map(conversations);
        MoveConversation.Map(conversations);

        var messages = api.MapGroup("").WithTags("Messages");
        ListInteractions.Map(messages);
        GetInteraction.Map(messages);
    }
}
