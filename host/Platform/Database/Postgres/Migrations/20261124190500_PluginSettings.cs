using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCrm.Host.Platform.Database.Postgres.Migrations
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
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "settings",
                table: "plugins_state",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "settings_version",
                table: "plugins_state",
                type: "integer",
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
