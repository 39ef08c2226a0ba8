namespace SocialCrm.Sdk;

/// <summary>
/// Thrown by <see cref="ChannelContext{TSettings}.Http"/> when the host does not let a request out: the address is
/// loopback, private or reserved and the operator has not allowed it, or it is neither http nor https. Nothing was sent;
/// trying again does not help until the operator changes something.
/// </summary>
public sealed class AddressRefusedException : HttpRequestException
{
    /// <summary>Makes one without a reason.</summary>
    public AddressRefusedException()
        : this("The address is not allowed.")
    {
    }

    /// <summary>Makes one with a reason.</summary>
    /// <param name="message">What is refused and what to do, as a sentence for an admin.</param>
    public AddressRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a reason and a cause.</summary>
    /// <param name="message">What is refused and what to do, as a sentence for an admin.</param>
    /// <param name="inner">The cause.</param>
    public AddressRefusedException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
