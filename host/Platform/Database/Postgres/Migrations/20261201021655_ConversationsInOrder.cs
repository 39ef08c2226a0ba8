using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCrm.Host.Platform.Database.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ConversationsInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "status",
                table: "conversation_activity",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.Sql(
                """
                UPDATE conversation_activity SET status = c.status FROM conversations c
                WHERE c.tenant_id = conversation_activity.tenant_id AND c.id = conversation_activity.conversation_id AND c.status <> 0
                """);

            migrationBuilder.CreateIndex(
                name: "ix_relationships_tenant_id_last_contact_at_identity_id",
                table: "relationships",
                columns: new[] { "tenant_id", "last_contact_at", "identity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_conversation_activity_tenant_id_status_last_activity_at_con~",
                table: "conversation_activity",
                columns: new[] { "tenant_id", "status", "last_activity_at", "conversation_id" });

            // Whoever changes a conversation's status, its place in the lists follows in the same statement.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION conversation_status() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE conversation_activity SET status = NEW.status WHERE tenant_id = NEW.tenant_id AND conversation_id = NEW.id;
                    RETURN NULL;
                END $$
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER conversation_status AFTER UPDATE OF status ON conversations
                FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION conversation_status()
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER conversation_status ON conversations; DROP FUNCTION conversation_status()");

            migrationBuilder.DropIndex(
                name: "ix_relationships_tenant_id_last_contact_at_identity_id",
                table: "relationships");

            migrationBuilder.DropIndex(
                name: "ix_conversation_activity_tenant_id_status_last_activity_at_con~",
                table: "conversation_activity");

            migrationBuilder.DropColumn(
                name: "status",
                table: "conversation_activity");
        }
    }
}
