using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.SystemsOfRecord;

/// <param name="Id">The kind's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="PluginId">The plugin that brings it.</param>
/// <param name="PluginName">The plugin's name.</param>
/// <param name="CanPull">Whether changes can be pulled from such a system.</param>
/// <param name="Signs">Whether what it is told is signed with a secret that is shown when the system is made.</param>
/// <param name="Settings">The form by which a system is set up.</param>
public sealed record RecordKindItem(
    string Id, string Name, string Description, string PluginId, string PluginName, bool CanPull, bool Signs, IReadOnlyList<SettingField> Settings);

/// <param name="Contact">Our fields of a customer.</param>
/// <param name="Activity">Our fields of a message.</param>
public sealed record RecordFieldList(IReadOnlyList<MappableField> Contact, IReadOnlyList<MappableField> Activity);

internal static class ListRecordKinds
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/systems-of-record/kinds", Kinds).RequireAuthorization(Permissions.ManageRecords).WithName("listRecordKinds");
        api.MapGet("/systems-of-record/fields", Fields).RequireAuthorization(Permissions.ManageRecords).WithName("listRecordFields");
    }

    /// <summary>Lists the kinds of systems of record</summary>
    /// <remarks>Those of the plugins that run now, with the form by which a system is set up.</remarks>
    private static Ok<Page<RecordKindItem>> Kinds(PluginRuntime plugins) =>
        TypedResults.Ok(new Page<RecordKindItem>([.. plugins.RecordKinds.Select(Item)], null));

    /// <summary>Lists the fields that can be mapped</summary>
    /// <remarks>What we know of customers and messages that can go to a system of record.</remarks>
    private static Ok<RecordFieldList> Fields() => TypedResults.Ok(new RecordFieldList(MappableFields.Contact, MappableFields.Activity));

    private static RecordKindItem Item(RunningRecordKind k) =>
        new(k.Descriptor.Id, k.Descriptor.Name, k.Descriptor.Description, k.PluginId, k.PluginName, k.CanPull, k.Descriptor.SignsRequests, k.Settings);
}
