using SocialCrm.Host.Attachments;

namespace SocialCrm.Host.Tests.Attachments;

public sealed class FileReadingTests
{
    [Theory]
    [InlineData("photo.jpg", "photo.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\system32\\evil.txt", "evil.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\u0000b\r\nc\u200B.txt", "ab  c.txt")]
    [InlineData("فاتورة رقم ٥.pdf", "فاتورة رقم ٥.pdf")]
    [InlineData("run.exe. . ", "run.exe")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("👩‍👩‍👧.png", "👩‍👩‍👧.png")]
    public void Name_should_be_safe_to_show(string? given, string shown) => Assert.Equal(shown, AttachmentName.Clean(given));

    [Fact]
    public void Long_name_should_keep_its_ending()
    {
        var name = AttachmentName.Clean(new string('x', 500) + ".docx");
        Assert.Equal(AttachmentName.Longest, name.Length);
        Assert.EndsWith("x.docx", name);
        Assert.Equal("lone\uFFFD.png", AttachmentName.Clean("lone\uD800.png"));
    }

    [Fact]
    public void Type_should_be_told_by_the_content()
    {
        Assert.Equal("image/png", FileType.Of(Samples.Png, "a.html"));
        Assert.Equal("image/svg+xml", FileType.Of(Samples.Svg, "a.png"));
        Assert.Equal("text/html", FileType.Of([0xEF, 0xBB, 0xBF, .. Samples.Html], "a.png"));
        Assert.Equal(FileType.Program, FileType.Of("#!/bin/sh"u8, "a.txt"));
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileType.Of(Samples.Zip, "a.docx"));
        Assert.Equal("image/gif", FileType.Of("GIF89a"u8, ""));
        Assert.Equal("text/plain", FileType.Of("just words"u8, "a.png"));
        Assert.Equal(FileType.Unknown, FileType.Of([1, 2, 3], "a.png"));
    }

    [Fact]
    public void Dimensions_should_be_read_from_the_header_and_refused_where_they_are_too_large()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 200, 1, 44, 1, 0, 0, 0];
        byte[] webp = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0, 0];
        Assert.Equal((300, 200), ImageSize.OfShowable("image/jpeg", jpeg));
        Assert.Equal((100, 50), ImageSize.OfShowable("image/webp", webp));
        Assert.Equal((640, 480), ImageSize.OfShowable("image/gif", [.. "GIF89a"u8, 0x80, 2, 0xE0, 1]));
        Assert.Equal((4000, 3000), ImageSize.OfShowable("image/png", Samples.PngOf(4000, 3000)));
        Assert.Null(ImageSize.OfShowable("image/png", Samples.PngOf(16_000, 16_000)));
        Assert.Null(ImageSize.OfShowable("image/png", Samples.PngOf(-1, 10)));
        Assert.Null(ImageSize.OfShowable("image/png", Samples.PngOf(0, 10)));
        Assert.Null(ImageSize.OfShowable("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1]));
    }

    [Fact]
    public async Task Batch_without_files_should_ask_nothing_of_the_database()
    {
        var batch = new AttachmentBatch(null!, Guid.NewGuid(), TimeProvider.System);
        Assert.Equal(0, batch.Add(Guid.NewGuid(), Guid.NewGuid(), null));
        Assert.Equal(0, batch.Add(Guid.NewGuid(), Guid.NewGuid(), []));
        Assert.Equal(0, batch.Replace(Guid.NewGuid(), Guid.NewGuid(), 0, []));
        await batch.SaveAsync(CancellationToken.None);
        Assert.False(batch.HasFiles);
    }
}
