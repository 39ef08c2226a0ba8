namespace SocialCrm.Host.Classification;

internal static class ClassificationFeature
{
    public static void AddClassification(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Labelling>();
}
