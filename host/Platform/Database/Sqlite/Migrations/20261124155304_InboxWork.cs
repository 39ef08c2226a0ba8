using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCrm.Host.Platform.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class InboxWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "blocked_at",
                table: "identities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "blocked_by",
                table: "identities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "awaits_routing",
                table: "conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "snoozed_until",
                table: "conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "status_before",
                table: "conversations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    filters = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_identities_tenant_id_blocked_at",
                table: "identities",
                columns: new[] { "tenant_id", "blocked_at" },
                filter: "blocked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_snoozed_until",
                table: "conversations",
                column: "snoozed_until",
                filter: "snoozed_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_tenant_id_owner_id",
                table: "saved_views",
                columns: new[] { "tenant_id", "owner_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropIndex(
                name: "ix_identities_tenant_id_blocked_at",
                table: "identities");

            migrationBuilder.DropIndex(
                name: "ix_conversations_snoozed_until",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "blocked_at",
                table: "identities");

            migrationBuilder.DropColumn(
                name: "blocked_by",
                table: "identities");

            migrationBuilder.DropColumn(
                name: "awaits_routing",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "snoozed_until",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "status_before",
                table: "conversations");
        }
    }
}
