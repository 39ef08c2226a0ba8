namespace SocialCrm.RunningServer;

/// <summary>A disk of a given size in memory that can be filled up and made free again.</summary>
public sealed class SmallDisk : IDisposable
{
    private int _gone;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Null where nothing may be mounted: that needs to be root, and not shut into a container.</summary>
    public static SmallDisk? TryMount(int megabytes)
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("socialcrm-disk-").FullName);
        if (OperatingSystemProgram.Try("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", disk.Folder).ExitCode == 0)
        {
            return disk;
        }

        Directory.Delete(disk.Folder);
        return null;
    }

    /// <summary>Takes all the room that is left, and goes on taking what somebody gives back.</summary>
    public async Task StayFullAsync(TimeSpan duration)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[64 * 1024];
        while (TimeProvider.System.GetElapsedTime(started) < duration)
        {
            if (!TryWrite(filler, block))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10));
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _gone, 1) == 0)
        {
            OperatingSystemProgram.Run("umount", "--lazy", Folder);
            Directory.Delete(Folder);
        }
    }

    private static bool TryWrite(FileStream filler, byte[] block)
    {
        try
        {
            filler.Write(block);
            return true;
        }
        catch (IOException)
        {
            return false; // Full, as it should be.
        }
    }
}
