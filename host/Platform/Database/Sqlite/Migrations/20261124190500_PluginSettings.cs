using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCrm.Host.Platform.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PluginSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "secrets",
                table: "plugins_state",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "settings",
                table: "plugins_state",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "settings_version",
                table: "plugins_state",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "secrets",
                table: "plugins_state");

            migrationBuilder.DropColumn(
                name: "settings",
                table: "plugins_state");

            migrationBuilder.DropColumn(
                name: "settings_version",
                table: "plugins_state");
        }
    }
}
