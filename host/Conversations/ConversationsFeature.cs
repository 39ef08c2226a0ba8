namespace SocialCrm.Host.Conversations;

internal static class ConversationsFeature
{
    public static void AddConversations(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<InteractionViews>().AddScoped<LabelledMessages>().AddScoped<ListInteractions>().AddScoped<MessagesByTopic>();
        services.AddScoped<MessageHistory>().AddScoped<TeamConversations>();
        services.AddScoped<ConversationViews>().AddScoped<ListConversations>().AddScoped<CommonWords>().AddScoped<ConversationCommands>();
        services.AddScoped<ConversationQueries>().AddScoped<CountConversations>().AddScoped<ConversationRecords>().AddScoped<ConversationLocks>();
        services.AddScoped<SavedViews>().AddScoped<BulkConversations>().AddScoped<BulkSteps>().AddScoped<UndoBulk>();
        services.AddScoped<AuthorBlocks>().AddScoped<MarkSpam>().AddScoped<BlockedAuthors>();
        services.AddHostedService<SnoozeAlarm>();
        services.AddScoped<AddNote>().AddScoped<Timelines>().AddScoped<OutboundMessages>().AddScoped<StoredMessages>();
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
        SetConversationPriority.Map(conversations);
        SetConversationTags.Map(conversations);
        SnoozeConversation.Map(conversations);
        MarkSpam.Map(conversations);
        BlockedAuthors.Map(conversations);
        CountConversations.Map(conversations);
        BulkConversations.Map(conversations);
        UndoBulk.Map(conversations);
        SavedViews.Map(conversations);

        var messages = api.MapGroup("").WithTags("Messages");
        ListInteractions.Map(messages);
        GetInteraction.Map(messages);
    }
}
