using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCrm.Host.Platform.Database.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DayCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "counted_zones",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counted_zones", x => new { x.tenant_id, x.zone });
                });

            migrationBuilder.CreateTable(
                name: "day_counts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    measure = table.Column<short>(type: "smallint", nullable: false),
                    topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<short>(type: "smallint", nullable: false),
                    amount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_counts", x => new { x.tenant_id, x.zone, x.measure, x.topic, x.day, x.channel_id, x.value });
                });

            migrationBuilder.InsertData(
                table: "counted_zones",
                columns: new[] { "tenant_id", "zone" },
                values: new object[] { new Guid("00000000-0000-0000-0000-000000000000"), "" });

            migrationBuilder.CreateIndex(
                name: "ix_day_counts_tenant_id_zone_measure_value_day_topic_channel_i~",
                table: "day_counts",
                columns: new[] { "tenant_id", "zone", "measure", "value", "day", "topic", "channel_id", "amount" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counted_zones");

            migrationBuilder.DropTable(
                name: "day_counts");
        }
    }
}
