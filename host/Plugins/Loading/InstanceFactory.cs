namespace SocialCrm.Host.Plugins.Loading;

internal static class InstanceFactory
{
    /// <summary>ActivatorUtilities refuses an argument that no constructor takes, and a type without needs takes none.</summary>
    public static TPart Create<TPart, TContext>(IServiceProvider services, Func<TContext> context)
        where TContext : class =>
        Array.Exists(typeof(TPart).GetConstructors(), c => Array.Exists(c.GetParameters(), p => p.ParameterType == typeof(TContext)))
            ? ActivatorUtilities.CreateInstance<TPart>(services, context())
            : ActivatorUtilities.CreateInstance<TPart>(services);
}
