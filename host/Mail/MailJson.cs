using System.Text.Json.Serialization;

namespace SocialCrm.Host.Mail;

[JsonSerializable(typeof(MailContent))]
internal sealed partial class MailJson : JsonSerializerContext;
