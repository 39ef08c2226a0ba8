using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCrm.Host.Platform.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SendAllCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_record_deliveries_due",
                table: "record_deliveries");

            migrationBuilder.AddColumn<bool>(
                name: "of_all",
                table: "record_deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "record_sending_runs",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    system_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    place = table.Column<Guid>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    queued = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_sending_runs", x => new { x.tenant_id, x.system_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_record_deliveries_due",
                table: "record_deliveries",
                columns: new[] { "tenant_id", "system_id", "of_all", "due_at" },
                filter: "state < 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "record_sending_runs");

            migrationBuilder.DropIndex(
                name: "ix_record_deliveries_due",
                table: "record_deliveries");

            migrationBuilder.DropColumn(
                name: "of_all",
                table: "record_deliveries");

            migrationBuilder.CreateIndex(
                name: "ix_record_deliveries_due",
                table: "record_deliveries",
                columns: new[] { "tenant_id", "system_id", "due_at" },
                filter: "state < 2");
        }
    }
}
