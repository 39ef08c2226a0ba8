using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SocialCrm.Host.Platform.Database.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CoursesAndHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_responses_tenant_id_slot",
                table: "responses");

            migrationBuilder.AddColumn<DateTime>(
                name: "at",
                table: "responses",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<bool>(
                name: "is_first",
                table: "responses",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "conversation_spans",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ours = table.Column<bool>(type: "boolean", nullable: false),
                    from_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversation_spans", x => new { x.tenant_id, x.conversation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "open_counts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ours = table.Column<bool>(type: "boolean", nullable: false),
                    conversations = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_counts", x => new { x.tenant_id, x.slot, x.channel_id, x.ours });
                });

            migrationBuilder.CreateTable(
                name: "open_deltas",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ours = table.Column<bool>(type: "boolean", nullable: false),
                    conversations = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_deltas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolutions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolutions", x => new { x.tenant_id, x.conversation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "topic_history_runs",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    place_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    looked = table.Column<long>(type: "bigint", nullable: false),
                    changed = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    leased_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_history_runs", x => new { x.tenant_id, x.topic_key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_responses_tenant_id_slot_is_first_channel_id_seconds",
                table: "responses",
                columns: new[] { "tenant_id", "slot", "is_first", "channel_id", "seconds" });

            migrationBuilder.CreateIndex(
                name: "ix_conversation_spans_tenant_id_until_at_from_at",
                table: "conversation_spans",
                columns: new[] { "tenant_id", "until_at", "from_at" });

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_slot_channel_id_seconds",
                table: "resolutions",
                columns: new[] { "tenant_id", "slot", "channel_id", "seconds" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_history_runs_due_at",
                table: "topic_history_runs",
                column: "due_at",
                filter: "state = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conversation_spans");

            migrationBuilder.DropTable(
                name: "open_counts");

            migrationBuilder.DropTable(
                name: "open_deltas");

            migrationBuilder.DropTable(
                name: "resolutions");

            migrationBuilder.DropTable(
                name: "topic_history_runs");

            migrationBuilder.DropIndex(
                name: "ix_responses_tenant_id_slot_is_first_channel_id_seconds",
                table: "responses");

            migrationBuilder.DropColumn(
                name: "at",
                table: "responses");

            migrationBuilder.DropColumn(
                name: "is_first",
                table: "responses");

            migrationBuilder.CreateIndex(
                name: "ix_responses_tenant_id_slot",
                table: "responses",
                columns: new[] { "tenant_id", "slot" });
        }
    }
}
