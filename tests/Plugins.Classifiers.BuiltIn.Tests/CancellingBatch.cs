using System.Collections;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

/// <summary>A batch whose reader is cancelled when it takes a certain message.</summary>
internal sealed class CancellingBatch(CancellationTokenSource source, int cancelAt, int count) : IReadOnlyList<ClassifierInput>
{
    public int LastRead { get; private set; } = -1;

    public int Count => count;

    public ClassifierInput this[int index]
    {
        get
        {
            LastRead = index;
            if (index == cancelAt)
            {
                source.Cancel();
            }
            return new ClassifierInput { Text = "How do I pay?" };
        }
    }

    public IEnumerator<ClassifierInput> GetEnumerator() => Enumerable.Range(0, count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
