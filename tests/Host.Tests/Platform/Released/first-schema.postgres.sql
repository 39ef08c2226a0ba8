-- A database as the first released schema left it, with a handful of messages: a customer with an open thread and an edit, one
-- with a note, one whose label a person corrected, one whose message was taken down. Made up; it is for tests alone.
-- secret: whsec_amGzQN2Q3GDPtL4JQAr6ynwei0mXrlRjOlHQEN2lhzA=
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
CREATE TABLE public.api_keys (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    role character varying(16) NOT NULL,
    hash bytea NOT NULL,
    prefix character varying(16) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone
);
CREATE TABLE public.audit_entries (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid,
    actor_name character varying(200) NOT NULL,
    action character varying(64) NOT NULL,
    subject character varying(64) NOT NULL,
    subject_id character varying(200),
    detail character varying(2000)
);
CREATE TABLE public.channel_activity (
    tenant_id uuid NOT NULL,
    channel_id uuid NOT NULL,
    last_message_at timestamp with time zone
);
CREATE TABLE public.channels (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    connector character varying(64) NOT NULL,
    identity_scope integer NOT NULL,
    name character varying(100) NOT NULL,
    settings text NOT NULL,
    secrets bytea,
    signing_secret bytea NOT NULL,
    previous_signing_secret bytea,
    previous_valid_until timestamp with time zone,
    webhook_token character varying(32) NOT NULL,
    enabled boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    version integer NOT NULL
);
CREATE TABLE public.conversation_activity (
    tenant_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    last_activity_at timestamp with time zone NOT NULL,
    last_interaction_id uuid NOT NULL,
    last_inbound_at timestamp with time zone,
    last_inbound_id uuid,
    last_outbound_at timestamp with time zone,
    message_count integer NOT NULL
);
CREATE TABLE public.conversation_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    kind smallint NOT NULL,
    actor_id uuid,
    from_value character varying(256),
    to_value character varying(256),
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.conversations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    thread_key character varying(512),
    status smallint NOT NULL,
    assignee_id uuid,
    team_id uuid,
    is_public boolean NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    version bigint NOT NULL
);
CREATE TABLE public.corrections (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    facet character varying(64) NOT NULL,
    value character varying(64) NOT NULL,
    previous_value character varying(64),
    model_version character varying(64),
    user_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.customers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(256),
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.dead_letters (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    external_id character varying(512) NOT NULL,
    class smallint NOT NULL,
    bucket smallint NOT NULL,
    raw_event_id uuid NOT NULL,
    raw_index integer NOT NULL,
    payload text NOT NULL,
    error character varying(2000) NOT NULL,
    attempts integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    failed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.identities (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    channel_id uuid NOT NULL,
    scope character varying(100) NOT NULL,
    external_id character varying(512) NOT NULL,
    handle character varying(256),
    name character varying(256),
    profile_url character varying(2048),
    followers bigint,
    profile_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.inbox (
    id bigint NOT NULL,
    tenant_id uuid NOT NULL,
    class smallint NOT NULL,
    bucket smallint NOT NULL,
    channel_id uuid NOT NULL,
    raw_event_id uuid NOT NULL,
    raw_index integer NOT NULL,
    payload text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL
);
CREATE TABLE public.inbox_done (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    item_ids text NOT NULL
);
ALTER TABLE public.inbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inbox_lanes (
    tenant_id uuid NOT NULL,
    class smallint NOT NULL,
    bucket smallint NOT NULL,
    low_water bigint NOT NULL,
    served bigint NOT NULL,
    blocked_until timestamp with time zone
);
CREATE TABLE public.installations (
    id integer NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.interaction_revisions (
    tenant_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    revision bigint NOT NULL,
    text text,
    replaced_at timestamp with time zone NOT NULL
);
CREATE TABLE public.interactions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    external_id text,
    revision bigint NOT NULL,
    direction smallint NOT NULL,
    kind smallint NOT NULL,
    text text,
    url text,
    is_public boolean NOT NULL,
    in_reply_to text,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    author_id uuid,
    raw_event_id uuid,
    raw_index integer NOT NULL,
    label_type smallint,
    label_asks smallint,
    label_complains smallint,
    label_praises smallint,
    label_sentiment smallint,
    label_action smallint,
    label_urgency smallint,
    label_language text,
    label_topics text[] NOT NULL,
    label_details text NOT NULL,
    labels_pending boolean NOT NULL,
    model_version text
)
PARTITION BY RANGE (id);
CREATE TABLE public.interactions_default (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    external_id text,
    revision bigint NOT NULL,
    direction smallint NOT NULL,
    kind smallint NOT NULL,
    text text,
    url text,
    is_public boolean NOT NULL,
    in_reply_to text,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    author_id uuid,
    raw_event_id uuid,
    raw_index integer NOT NULL,
    label_type smallint,
    label_asks smallint,
    label_complains smallint,
    label_praises smallint,
    label_sentiment smallint,
    label_action smallint,
    label_urgency smallint,
    label_language text,
    label_topics text[] NOT NULL,
    label_details text NOT NULL,
    labels_pending boolean NOT NULL,
    model_version text
);
CREATE TABLE public.interactions_y2026m10 (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    external_id text,
    revision bigint NOT NULL,
    direction smallint NOT NULL,
    kind smallint NOT NULL,
    text text,
    url text,
    is_public boolean NOT NULL,
    in_reply_to text,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    author_id uuid,
    raw_event_id uuid,
    raw_index integer NOT NULL,
    label_type smallint,
    label_asks smallint,
    label_complains smallint,
    label_praises smallint,
    label_sentiment smallint,
    label_action smallint,
    label_urgency smallint,
    label_language text,
    label_topics text[] NOT NULL,
    label_details text NOT NULL,
    labels_pending boolean NOT NULL,
    model_version text
);
CREATE TABLE public.interactions_y2026m11 (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    external_id text,
    revision bigint NOT NULL,
    direction smallint NOT NULL,
    kind smallint NOT NULL,
    text text,
    url text,
    is_public boolean NOT NULL,
    in_reply_to text,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    author_id uuid,
    raw_event_id uuid,
    raw_index integer NOT NULL,
    label_type smallint,
    label_asks smallint,
    label_complains smallint,
    label_praises smallint,
    label_sentiment smallint,
    label_action smallint,
    label_urgency smallint,
    label_language text,
    label_topics text[] NOT NULL,
    label_details text NOT NULL,
    labels_pending boolean NOT NULL,
    model_version text
);
CREATE TABLE public.interactions_y2026m12 (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    external_id text,
    revision bigint NOT NULL,
    direction smallint NOT NULL,
    kind smallint NOT NULL,
    text text,
    url text,
    is_public boolean NOT NULL,
    in_reply_to text,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    author_id uuid,
    raw_event_id uuid,
    raw_index integer NOT NULL,
    label_type smallint,
    label_asks smallint,
    label_complains smallint,
    label_praises smallint,
    label_sentiment smallint,
    label_action smallint,
    label_urgency smallint,
    label_language text,
    label_topics text[] NOT NULL,
    label_details text NOT NULL,
    labels_pending boolean NOT NULL,
    model_version text
);
CREATE TABLE public.interactions_y2027m01 (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    external_id text,
    revision bigint NOT NULL,
    direction smallint NOT NULL,
    kind smallint NOT NULL,
    text text,
    url text,
    is_public boolean NOT NULL,
    in_reply_to text,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    author_id uuid,
    raw_event_id uuid,
    raw_index integer NOT NULL,
    label_type smallint,
    label_asks smallint,
    label_complains smallint,
    label_praises smallint,
    label_sentiment smallint,
    label_action smallint,
    label_urgency smallint,
    label_language text,
    label_topics text[] NOT NULL,
    label_details text NOT NULL,
    labels_pending boolean NOT NULL,
    model_version text
);
CREATE TABLE public.interactions_y2027m02 (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    external_id text,
    revision bigint NOT NULL,
    direction smallint NOT NULL,
    kind smallint NOT NULL,
    text text,
    url text,
    is_public boolean NOT NULL,
    in_reply_to text,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    author_id uuid,
    raw_event_id uuid,
    raw_index integer NOT NULL,
    label_type smallint,
    label_asks smallint,
    label_complains smallint,
    label_praises smallint,
    label_sentiment smallint,
    label_action smallint,
    label_urgency smallint,
    label_language text,
    label_topics text[] NOT NULL,
    label_details text NOT NULL,
    labels_pending boolean NOT NULL,
    model_version text
);
CREATE TABLE public.key_ring (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    xml text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.memberships (
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role character varying(16) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone
);
CREATE TABLE public.message_registry (
    tenant_id uuid NOT NULL,
    channel_id uuid NOT NULL,
    external_id character varying(512) NOT NULL,
    interaction_id uuid,
    revision bigint NOT NULL,
    tombstone boolean NOT NULL,
    bucket smallint NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.notes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    text text NOT NULL,
    author_id uuid,
    author_name character varying(256) NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    tenant_id uuid NOT NULL,
    channel_id uuid NOT NULL,
    target_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    payload text NOT NULL,
    state smallint NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    fence bigint NOT NULL,
    reason character varying(1000),
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone
);
ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plugins_state (
    plugin_id character varying(128) NOT NULL,
    stopped boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.raw_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    content_type character varying(256),
    body bytea NOT NULL,
    received_at timestamp with time zone NOT NULL
);
CREATE TABLE public.relationships (
    tenant_id uuid NOT NULL,
    identity_id uuid NOT NULL,
    state text NOT NULL,
    last_contact_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE public.teams (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    is_default boolean NOT NULL
);
CREATE TABLE public.tenants (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    webhook_token character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.user_claims (
    id integer NOT NULL,
    user_id uuid NOT NULL,
    claim_type text,
    claim_value text
);
ALTER TABLE public.user_claims ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.user_claims_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.user_logins (
    login_provider character varying(128) NOT NULL,
    provider_key character varying(128) NOT NULL,
    provider_display_name text,
    user_id uuid NOT NULL
);
CREATE TABLE public.user_passkeys (
    credential_id bytea NOT NULL,
    user_id uuid NOT NULL,
    "Data" jsonb NOT NULL
);
CREATE TABLE public.user_tokens (
    user_id uuid NOT NULL,
    login_provider character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    value text
);
CREATE TABLE public.users (
    id uuid NOT NULL,
    name text NOT NULL,
    platform_admin boolean NOT NULL,
    user_name character varying(256),
    normalized_user_name character varying(256),
    email character varying(256),
    normalized_email character varying(256),
    email_confirmed boolean NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number character varying(256),
    phone_number_confirmed boolean NOT NULL,
    two_factor_enabled boolean NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL
);
ALTER TABLE ONLY public.interactions ATTACH PARTITION public.interactions_default DEFAULT;
ALTER TABLE ONLY public.interactions ATTACH PARTITION public.interactions_y2026m10 FOR VALUES FROM ('01a0f4c2-c400-0000-0000-000000000000') TO ('01a19467-e800-0000-0000-000000000000');
ALTER TABLE ONLY public.interactions ATTACH PARTITION public.interactions_y2026m11 FOR VALUES FROM ('01a19467-e800-0000-0000-000000000000') TO ('01a22ee6-b000-0000-0000-000000000000');
ALTER TABLE ONLY public.interactions ATTACH PARTITION public.interactions_y2026m12 FOR VALUES FROM ('01a22ee6-b000-0000-0000-000000000000') TO ('01a2ce8b-d400-0000-0000-000000000000');
ALTER TABLE ONLY public.interactions ATTACH PARTITION public.interactions_y2027m01 FOR VALUES FROM ('01a2ce8b-d400-0000-0000-000000000000') TO ('01a36e30-f800-0000-0000-000000000000');
ALTER TABLE ONLY public.interactions ATTACH PARTITION public.interactions_y2027m02 FOR VALUES FROM ('01a36e30-f800-0000-0000-000000000000') TO ('01a3fe63-0800-0000-0000-000000000000');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261122023124_Initial', '10.0.14');
INSERT INTO public.api_keys VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-6570-7adc-9b82-6156aee795f3', 'shop', 'Admin', '\x447f6613a675503f403aa68c53bd1b2def471b955a45e1f3f1abe983577a380f', 'scrm_aSygEC', '2026-11-24 15:54:53.168189+00', '2026-11-24 15:54:53.258557+00', NULL);
INSERT INTO public.audit_entries VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-5ec3-7554-a126-50f63b3cd2da', '2026-11-24 15:54:51.45977+00', '01a20e44-56cd-784d-8a81-756a39a2edc1', 'Olive Owner', 'tenant.created', 'tenant', '01a20e44-56b4-791e-abb7-a53e42bacc04', 'Acme');
INSERT INTO public.audit_entries VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-657e-76bf-b300-4548d9e45b78', '2026-11-24 15:54:53.182634+00', '01a20e44-56cd-784d-8a81-756a39a2edc1', 'Olive Owner', 'apikey.created', 'apikey', '01a20e44-6570-7adc-9b82-6156aee795f3', 'shop (Admin)');
INSERT INTO public.audit_entries VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-6858-7746-8ec3-8005fded56ea', '2026-11-24 15:54:53.912273+00', NULL, 'shop', 'channel.created', 'channel', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'Shop (signed-webhook)');
INSERT INTO public.audit_entries VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-8c24-7f00-9f75-9c8e4565b330', '2026-11-24 15:55:03.076696+00', NULL, 'shop', 'conversation.note', 'conversation', '01a20e44-784e-7766-b5eb-a5e45b776900', NULL);
INSERT INTO public.audit_entries VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-967d-7a34-b7da-8bf59109f9b8', '2026-11-24 15:55:05.725509+00', '01a20e44-56cd-784d-8a81-756a39a2edc1', 'Olive Owner', 'label.corrected', 'interaction', '01a20e44-7850-7000-a3e1-6888d41d1369', 'urgency: normal → high');
INSERT INTO public.channel_activity VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '2026-11-24 15:55:01.332912+00');
INSERT INTO public.channels VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'signed-webhook', 0, 'Shop', '{"callbackUrl":"http://127.0.0.1:9/replies"}', NULL, '\x09f0c9f0d2d22ad3ce90d548812c04277cc4a11a616eb4c6281bfd8937c7ab6c90e5b2f1f0522f0cfd7d2b0c190b8ce9bcd9155db76b76fa65e05a6382aac911b9eb6eea7d3c9cdb1a75fd0c261a2180cbb53b340eb73ff37b261642cb917b5103340d783c13344b6666498a8303e1378aae0e861cd9b4f60e1d110ade262209dbb2b358df218591649f40362c3c1b511e39740a', NULL, NULL, 'MlJyJSK-X01VJjJ0xFrwYBgd', true, '2026-11-24 15:54:53.746438+00', NULL, 1);
INSERT INTO public.conversation_activity VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7735-787d-879a-4cc9ebe80f5f', '2026-11-20 10:05:00+00', '01a20e44-7795-7000-a6e6-24f36df3f8d8', '2026-11-20 10:05:00+00', '01a20e44-7795-7000-a6e6-24f36df3f8d8', NULL, 2);
INSERT INTO public.conversation_activity VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784e-7766-b5eb-a5e45b776900', '2026-11-20 11:00:00+00', '01a20e44-784e-7000-8644-62e5d88902b6', '2026-11-20 11:00:00+00', '01a20e44-784e-7000-8644-62e5d88902b6', NULL, 1);
INSERT INTO public.conversation_activity VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7850-7364-8668-68a01fd6d15c', '2026-11-21 09:00:00+00', '01a20e44-7850-7000-a3e1-6888d41d1369', '2026-11-21 09:00:00+00', '01a20e44-7850-7000-a3e1-6888d41d1369', NULL, 1);
INSERT INTO public.conversation_activity VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7d7b-76e6-8b42-136292bbe6c6', '2026-11-24 15:54:56.115695+00', '01a20e44-7d7b-7000-ae54-af388f9f9cdd', '2026-11-24 15:54:56.115695+00', '01a20e44-7d7b-7000-ae54-af388f9f9cdd', NULL, 1);
INSERT INTO public.conversations VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7735-787d-879a-4cc9ebe80f5f', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-7733-7e30-be1c-8b2f6cdf9738', 't1', 0, NULL, '01a20e44-5e5e-7bf1-86af-7599378a6633', true, '2026-11-24 15:54:57.717179+00', NULL, 1);
INSERT INTO public.conversations VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784e-7766-b5eb-a5e45b776900', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-784e-729a-b6ba-6616e2b10f5a', 't2', 0, NULL, '01a20e44-5e5e-7bf1-86af-7599378a6633', true, '2026-11-24 15:54:57.998816+00', NULL, 1);
INSERT INTO public.conversations VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7850-7364-8668-68a01fd6d15c', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-784f-755a-aa7d-38b33d62906b', NULL, 0, NULL, '01a20e44-5e5e-7bf1-86af-7599378a6633', true, '2026-11-24 15:54:58.000122+00', NULL, 1);
INSERT INTO public.conversations VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7d7b-76e6-8b42-136292bbe6c6', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-7d7b-7588-9ac7-47c838660721', 't9', 0, NULL, '01a20e44-5e5e-7bf1-86af-7599378a6633', true, '2026-11-24 15:54:59.32376+00', NULL, 1);
INSERT INTO public.corrections VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-9508-7eb3-b261-0a9249063d1a', '01a20e44-7850-7000-a3e1-6888d41d1369', 'urgency', 'high', 'normal', '1.0.0', '01a20e44-56cd-784d-8a81-756a39a2edc1', '2026-11-24 15:55:05.3528+00');
INSERT INTO public.customers VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7733-7d94-9bbf-f2ed61c0f925', NULL, '2026-11-24 15:54:57.715301+00');
INSERT INTO public.customers VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784e-7d8c-8fd8-3da708ed2b17', NULL, '2026-11-24 15:54:57.998785+00');
INSERT INTO public.customers VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784f-7d78-9c69-87286a8fb622', NULL, '2026-11-24 15:54:57.999219+00');
INSERT INTO public.customers VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7d7b-7c50-9fec-0dc01ac69699', NULL, '2026-11-24 15:54:59.323733+00');
INSERT INTO public.identities VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7733-7e30-be1c-8b2f6cdf9738', '01a20e44-7733-7d94-9bbf-f2ed61c0f925', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'channel:01a20e44-67b2-7019-ae33-5b52574ebfbe', 'ann', 'ann', 'Ann', NULL, NULL, '2026-11-20 10:00:00+00', '2026-11-24 15:54:57.715301+00');
INSERT INTO public.identities VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784e-729a-b6ba-6616e2b10f5a', '01a20e44-784e-7d8c-8fd8-3da708ed2b17', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'channel:01a20e44-67b2-7019-ae33-5b52574ebfbe', 'bob', 'bob', 'Bob', NULL, NULL, '2026-11-20 11:00:00+00', '2026-11-24 15:54:57.998785+00');
INSERT INTO public.identities VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784f-755a-aa7d-38b33d62906b', '01a20e44-784f-7d78-9c69-87286a8fb622', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'channel:01a20e44-67b2-7019-ae33-5b52574ebfbe', 'cid', 'cid', 'Cid', NULL, NULL, '2026-11-21 09:00:00+00', '2026-11-24 15:54:57.999219+00');
INSERT INTO public.identities VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7d7b-7588-9ac7-47c838660721', '01a20e44-7d7b-7c50-9fec-0dc01ac69699', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'channel:01a20e44-67b2-7019-ae33-5b52574ebfbe', 'dan', 'dan', 'Dan', NULL, NULL, '2026-11-24 15:54:56.115695+00', '2026-11-24 15:54:59.323733+00');
INSERT INTO public.inbox_lanes VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', 0, 1, 3, 1795535699033, NULL);
INSERT INTO public.inbox_lanes VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', 0, 22, 4, 1795535699033, NULL);
INSERT INTO public.inbox_lanes VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', 0, 25, 5, 1795535699035, NULL);
INSERT INTO public.inbox_lanes VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', 0, 37, 8, 1795535702531, NULL);
INSERT INTO public.installations VALUES (1, '2026-11-24 15:54:51.631666+00');
INSERT INTO public.interactions_y2026m11 VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7735-7000-a3a5-305655811d69', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-7733-7e30-be1c-8b2f6cdf9738', '01a20e44-7735-787d-879a-4cc9ebe80f5f', 'm1', 1, 0, 1, 'My parcel is late again. This is terrible service!', NULL, true, NULL, '2026-11-20 10:00:00+00', '2026-11-24 15:54:54.506158+00', NULL, NULL, NULL, '01a20e44-6aaa-7ebe-965f-b8d9c2259001', 0, 2, 2, 1, 2, 3, 1, 2, 'en', '{}', '{"c":{"language":1,"type":0.84,"asks":0.8,"complains":0.78,"praises":1,"sentiment":0.93,"action":0.85,"urgency":0.76,"topic:unsure":0.21}}', false, '1.0.0');
INSERT INTO public.interactions_y2026m11 VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7795-7000-a6e6-24f36df3f8d8', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-7733-7e30-be1c-8b2f6cdf9738', '01a20e44-7735-787d-879a-4cc9ebe80f5f', 'm2', 2, 0, 1, 'Where is my parcel now?', NULL, true, NULL, '2026-11-20 10:05:00+00', '2026-11-24 15:54:54.506158+00', '2026-11-20 10:06:00+00', NULL, NULL, '01a20e44-6aaa-7ebe-965f-b8d9c2259001', 1, 1, 1, 2, 2, 2, 1, 2, 'en', '{}', '{"c":{"language":1,"type":0.78,"asks":0.97,"complains":0.9,"praises":0.99,"sentiment":0.79,"action":0.98,"urgency":0.85,"topic:unsure":0.37}}', false, '1.0.0');
INSERT INTO public.interactions_y2026m11 VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784e-7000-8644-62e5d88902b6', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-784e-729a-b6ba-6616e2b10f5a', '01a20e44-784e-7766-b5eb-a5e45b776900', 'm3', 1, 0, 1, 'Café Zürich closes at six, thanks for the great coffee', NULL, true, NULL, '2026-11-20 11:00:00+00', '2026-11-24 15:54:54.506158+00', NULL, NULL, NULL, '01a20e44-6aaa-7ebe-965f-b8d9c2259001', 2, 3, 2, 2, 1, 1, 2, 3, 'en', '{}', '{"c":{"language":1,"type":0.9,"asks":0.97,"complains":0.94,"praises":0.96,"sentiment":0.98,"action":0.93,"urgency":0.93,"topic:unsure":0.19}}', false, '1.0.0');
INSERT INTO public.interactions_y2026m11 VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7d7b-7000-ae54-af388f9f9cdd', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-7d7b-7588-9ac7-47c838660721', '01a20e44-7d7b-76e6-8b42-136292bbe6c6', 'm6', 1, 0, 1, NULL, NULL, true, NULL, '2026-11-24 15:54:56.115695+00', '2026-11-24 15:54:56.115695+00', NULL, '2026-11-24 15:55:01.332912+00', NULL, '01a20e44-70f3-7df8-ad5f-c17758dbee4c', 0, 4, 2, 2, 2, 0, 2, 0, 'en', '{}', '{"c":{"type":0.55,"asks":0.87,"complains":0.91,"praises":0.98,"sentiment":0.56,"action":0.6,"urgency":0.52,"language":0.99}}', false, '1.0.0');
INSERT INTO public.interactions_y2026m11 VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7850-7000-a3e1-6888d41d1369', '01a20e44-67b2-7019-ae33-5b52574ebfbe', '01a20e44-784f-755a-aa7d-38b33d62906b', '01a20e44-7850-7364-8668-68a01fd6d15c', 'm4', 1, 0, 1, 'How do I return a lamp?', NULL, true, NULL, '2026-11-21 09:00:00+00', '2026-11-24 15:54:54.506158+00', NULL, NULL, NULL, '01a20e44-6aaa-7ebe-965f-b8d9c2259001', 3, 1, 1, 2, 2, 2, 1, 1, 'en', '{policy-information}', '{"c":{"type":0.75,"asks":0.96,"complains":0.92,"praises":0.98,"sentiment":0.73,"action":0.98,"language":0.97,"topic:policy-information":0.6,"urgency":1},"by":{"urgency":"01a20e44-56cd-784d-8a81-756a39a2edc1"}}', false, '1.0.0');
INSERT INTO public.key_ring VALUES ('01a20e44-165c-76d6-9dd6-407e0b74c744', 'key-d32ad2d2-90ce-48d5-812c-04277cc4a11a', '<key id="d32ad2d2-90ce-48d5-812c-04277cc4a11a" version="1"><creationDate>2026-11-24T15:54:30.8343545Z</creationDate><activationDate>2026-11-24T15:54:30.8343545Z</activationDate><expirationDate>2027-02-22T15:54:30.8343545Z</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><masterKey p4:requiresEncryption="true" xmlns:p4="http://schemas.asp.net/2015/03/dataProtection"><!-- Warning: the key below is in an unencrypted form. --><value>+LLGhqh2d6+H9mOGzSjV3+8x+DPzM9BeFYKQ5tgd/Hago5354U4+KaPSqSlntP8i3nVyXHeHQttA75qodTyDYw==</value></masterKey></descriptor></descriptor></key>', '2026-11-24 15:54:32.92475+00');
INSERT INTO public.memberships VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-56cd-784d-8a81-756a39a2edc1', 'Owner', '2026-11-24 15:54:49.396062+00', NULL);
INSERT INTO public.message_registry VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'm1', '01a20e44-7735-7000-a3a5-305655811d69', 1, false, 25, '2026-11-24 15:54:57.622342+00');
INSERT INTO public.message_registry VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'm2', '01a20e44-7795-7000-a6e6-24f36df3f8d8', 2, false, 25, '2026-11-24 15:54:57.622342+00');
INSERT INTO public.message_registry VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'm3', '01a20e44-784e-7000-8644-62e5d88902b6', 1, false, 1, '2026-11-24 15:54:57.622342+00');
INSERT INTO public.message_registry VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'm4', '01a20e44-7850-7000-a3e1-6888d41d1369', 1, false, 22, '2026-11-24 15:54:57.622342+00');
INSERT INTO public.message_registry VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'm5', NULL, 0, true, -1, '2026-11-24 15:54:56.726575+00');
INSERT INTO public.message_registry VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'm6', '01a20e44-7d7b-7000-ae54-af388f9f9cdd', 1, true, 37, '2026-11-24 15:55:01.679741+00');
INSERT INTO public.notes VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-8b47-7f44-8379-d5274e7cfd7e', '01a20e44-784e-7766-b5eb-a5e45b776900', 'A regular of ours.', NULL, 'shop', '2026-11-24 15:55:02.855176+00');
INSERT INTO public.raw_events VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-6aaa-7ebe-965f-b8d9c2259001', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'application/json', '\x5b7b2274797065223a20226d657373616765222c202264617461223a207b226964223a20226d31222c2022617574686f72223a207b226964223a2022616e6e222c202268616e646c65223a2022616e6e222c20226e616d65223a2022416e6e227d2c202274657874223a20224d792070617263656c206973206c61746520616761696e2e2054686973206973207465727269626c65207365727669636521222c2022746872656164223a20227431222c20226174223a2022323032362d31312d32305431303a30303a30305a227d7d2c207b2274797065223a20226d657373616765222c202264617461223a207b226964223a20226d32222c2022617574686f72223a207b226964223a2022616e6e222c202268616e646c65223a2022616e6e222c20226e616d65223a2022416e6e227d2c202274657874223a202257686572652069732069743f222c2022746872656164223a20227431222c20226174223a2022323032362d31312d32305431303a30353a30305a227d7d2c207b2274797065223a20226d657373616765222c202264617461223a207b226964223a20226d33222c2022617574686f72223a207b226964223a2022626f62222c202268616e646c65223a2022626f62222c20226e616d65223a2022426f62227d2c202274657874223a20224361665c7530306539205a5c75303066637269636820636c6f736573206174207369782c207468616e6b7320666f722074686520677265617420636f66666565222c2022746872656164223a20227432222c20226174223a2022323032362d31312d32305431313a30303a30305a227d7d2c207b2274797065223a20226d657373616765222c202264617461223a207b226964223a20226d34222c2022617574686f72223a207b226964223a2022636964222c202268616e646c65223a2022636964222c20226e616d65223a2022436964227d2c202274657874223a2022486f7720646f20492072657475726e2061206c616d703f222c20226174223a2022323032362d31312d32315430393a30303a30305a227d7d5d', '2026-11-24 15:54:54.506158+00');
INSERT INTO public.raw_events VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-6f34-70c3-9f65-b983b044d97c', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'application/json', '\x7b2274797065223a2022656469746564222c202264617461223a207b226964223a20226d32222c2022617574686f72223a207b226964223a2022616e6e222c202268616e646c65223a2022616e6e222c20226e616d65223a2022416e6e227d2c202274657874223a20225768657265206973206d792070617263656c206e6f773f222c2022746872656164223a20227431222c20227265766973696f6e223a20322c20226174223a2022323032362d31312d32305431303a30363a30305a227d7d', '2026-11-24 15:54:55.668216+00');
INSERT INTO public.raw_events VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-6fb5-70e6-b856-fd349052f30a', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'application/json', '\x7b2274797065223a202264656c65746564222c202264617461223a207b226964223a20226d35222c2022617574686f72223a207b226964223a202264616e227d7d7d', '2026-11-24 15:54:55.797407+00');
INSERT INTO public.raw_events VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-70f3-7df8-ad5f-c17758dbee4c', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'application/json', '\x7b2274797065223a20226d657373616765222c202264617461223a207b226964223a20226d36222c2022617574686f72223a207b226964223a202264616e222c202268616e646c65223a202264616e222c20226e616d65223a202244616e227d2c202274657874223a2022546f2062652074616b656e20646f776e222c2022746872656164223a20227439227d7d', '2026-11-24 15:54:56.115695+00');
INSERT INTO public.raw_events VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-8554-78be-b6cc-a3a4e6bc2edc', '01a20e44-67b2-7019-ae33-5b52574ebfbe', 'application/json', '\x7b2274797065223a202264656c65746564222c202264617461223a207b226964223a20226d36222c2022617574686f72223a207b226964223a202264616e227d7d7d', '2026-11-24 15:55:01.332912+00');
INSERT INTO public.relationships VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7733-7e30-be1c-8b2f6cdf9738', '{"firstContactAt":"2026-11-20T10:00:00Z","lastContactAt":"2026-11-20T10:05:00Z","inbound":2,"outbound":0,"byKind":{"comment":2},"recentSentiment":{"sum":-0.9998281032728207,"weight":1.9998281032728207,"at":"2026-11-20T10:05:00Z"},"longTermSentiment":{"sum":-0.9999866291947033,"weight":1.9999866291947033,"at":"2026-11-20T10:05:00Z"},"unanswered":[{"interactionId":"01a20e44-7735-7000-a3a5-305655811d69","conversationId":"01a20e44-7735-787d-879a-4cc9ebe80f5f","at":"2026-11-20T10:00:00Z","isQuestion":false},{"interactionId":"01a20e44-7795-7000-a6e6-24f36df3f8d8","conversationId":"01a20e44-7735-787d-879a-4cc9ebe80f5f","at":"2026-11-20T10:05:00Z","isQuestion":true}],"answeredUntil":{}}', '2026-11-20 10:05:00+00', 1);
INSERT INTO public.relationships VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784e-729a-b6ba-6616e2b10f5a', '{"firstContactAt":"2026-11-20T11:00:00Z","lastContactAt":"2026-11-20T11:00:00Z","inbound":1,"outbound":0,"byKind":{"comment":1},"recentSentiment":{"sum":1,"weight":1,"at":"2026-11-20T11:00:00Z"},"longTermSentiment":{"sum":1,"weight":1,"at":"2026-11-20T11:00:00Z"},"unanswered":[],"answeredUntil":{}}', '2026-11-20 11:00:00+00', 1);
INSERT INTO public.relationships VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-7d7b-7588-9ac7-47c838660721', '{"firstContactAt":"2026-11-24T15:54:56.115695Z","lastContactAt":"2026-11-24T15:54:56.115695Z","inbound":1,"outbound":0,"byKind":{"comment":1},"recentSentiment":{"sum":0,"weight":0,"at":"0001-01-01T00:00:00"},"longTermSentiment":{"sum":0,"weight":0,"at":"0001-01-01T00:00:00"},"unanswered":[],"answeredUntil":{}}', '2026-11-24 15:54:56.115695+00', 2);
INSERT INTO public.relationships VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-784f-755a-aa7d-38b33d62906b', '{"firstContactAt":"2026-11-21T09:00:00Z","lastContactAt":"2026-11-21T09:00:00Z","inbound":1,"outbound":0,"byKind":{"comment":1},"recentSentiment":{"sum":0,"weight":1,"at":"2026-11-21T09:00:00Z"},"longTermSentiment":{"sum":0,"weight":1,"at":"2026-11-21T09:00:00Z"},"unanswered":[{"interactionId":"01a20e44-7850-7000-a3e1-6888d41d1369","conversationId":"01a20e44-7850-7364-8668-68a01fd6d15c","at":"2026-11-21T09:00:00Z","isQuestion":true}],"answeredUntil":{}}', '2026-11-21 09:00:00+00', 2);
INSERT INTO public.teams VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', '01a20e44-5e5e-7bf1-86af-7599378a6633', 'Everyone', true);
INSERT INTO public.tenants VALUES ('01a20e44-56b4-791e-abb7-a53e42bacc04', 'Acme', 'dN0sh9A1k5O1ZOCc', '2026-11-24 15:54:49.396062+00');
INSERT INTO public.users VALUES ('01a20e44-56cd-784d-8a81-756a39a2edc1', 'Olive Owner', true, 'olive@example.com', 'OLIVE@EXAMPLE.COM', 'olive@example.com', 'OLIVE@EXAMPLE.COM', false, 'AQAAAAIAAYagAAAAEM3uX80uFNTmXIY/jBI5UQoFWw6fqkjq9npzNSSp1bYccPeE+eF5PLOeBqR1LSxF3w==', 'c5a73cf3ec9a4808b7e3e72aa67846b8', 'beb762b9-e0ca-4d3a-aa65-4ac96a05d793', NULL, false, false, NULL, true, 0);
SELECT pg_catalog.setval('public.inbox_id_seq', 8, true);
SELECT pg_catalog.setval('public.outbox_id_seq', 1, false);
SELECT pg_catalog.setval('public.user_claims_id_seq', 1, false);
ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");
ALTER TABLE ONLY public.interactions
    ADD CONSTRAINT pk_interactions PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.interactions_default
    ADD CONSTRAINT interactions_default_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.interactions_y2026m10
    ADD CONSTRAINT interactions_y2026m10_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.interactions_y2026m11
    ADD CONSTRAINT interactions_y2026m11_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.interactions_y2026m12
    ADD CONSTRAINT interactions_y2026m12_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.interactions_y2027m01
    ADD CONSTRAINT interactions_y2027m01_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.interactions_y2027m02
    ADD CONSTRAINT interactions_y2027m02_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT pk_api_keys PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.audit_entries
    ADD CONSTRAINT pk_audit_entries PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.channel_activity
    ADD CONSTRAINT pk_channel_activity PRIMARY KEY (tenant_id, channel_id);
ALTER TABLE ONLY public.channels
    ADD CONSTRAINT pk_channels PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.conversation_activity
    ADD CONSTRAINT pk_conversation_activity PRIMARY KEY (tenant_id, conversation_id);
ALTER TABLE ONLY public.conversation_events
    ADD CONSTRAINT pk_conversation_events PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT pk_conversations PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT pk_corrections PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.customers
    ADD CONSTRAINT pk_customers PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.dead_letters
    ADD CONSTRAINT pk_dead_letters PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.identities
    ADD CONSTRAINT pk_identities PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.inbox
    ADD CONSTRAINT pk_inbox PRIMARY KEY (id);
ALTER TABLE ONLY public.inbox_done
    ADD CONSTRAINT pk_inbox_done PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.inbox_lanes
    ADD CONSTRAINT pk_inbox_lanes PRIMARY KEY (tenant_id, class, bucket);
ALTER TABLE ONLY public.installations
    ADD CONSTRAINT pk_installations PRIMARY KEY (id);
ALTER TABLE ONLY public.interaction_revisions
    ADD CONSTRAINT pk_interaction_revisions PRIMARY KEY (tenant_id, interaction_id, revision);
ALTER TABLE ONLY public.key_ring
    ADD CONSTRAINT pk_key_ring PRIMARY KEY (id);
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT pk_memberships PRIMARY KEY (tenant_id, user_id);
ALTER TABLE ONLY public.message_registry
    ADD CONSTRAINT pk_message_registry PRIMARY KEY (tenant_id, channel_id, external_id);
ALTER TABLE ONLY public.notes
    ADD CONSTRAINT pk_notes PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT pk_outbox PRIMARY KEY (id);
ALTER TABLE ONLY public.plugins_state
    ADD CONSTRAINT pk_plugins_state PRIMARY KEY (plugin_id);
ALTER TABLE ONLY public.raw_events
    ADD CONSTRAINT pk_raw_events PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.relationships
    ADD CONSTRAINT pk_relationships PRIMARY KEY (tenant_id, identity_id);
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT pk_teams PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT pk_tenants PRIMARY KEY (id);
ALTER TABLE ONLY public.user_claims
    ADD CONSTRAINT pk_user_claims PRIMARY KEY (id);
ALTER TABLE ONLY public.user_logins
    ADD CONSTRAINT pk_user_logins PRIMARY KEY (login_provider, provider_key);
ALTER TABLE ONLY public.user_passkeys
    ADD CONSTRAINT pk_user_passkeys PRIMARY KEY (credential_id);
ALTER TABLE ONLY public.user_tokens
    ADD CONSTRAINT pk_user_tokens PRIMARY KEY (user_id, login_provider, name);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT pk_users PRIMARY KEY (id);
CREATE INDEX email_index ON public.users USING btree (normalized_email);
CREATE INDEX ix_interactions_labels_pending ON ONLY public.interactions USING btree (labels_pending) WHERE labels_pending;
CREATE INDEX interactions_default_labels_pending_idx ON public.interactions_default USING btree (labels_pending) WHERE labels_pending;
CREATE INDEX ix_interactions_tenant_id_conversation_id_occurred_at ON ONLY public.interactions USING btree (tenant_id, conversation_id, occurred_at);
CREATE INDEX interactions_default_tenant_id_conversation_id_occurred_at_idx ON public.interactions_default USING btree (tenant_id, conversation_id, occurred_at);
CREATE INDEX ix_interactions_tenant_id_identity_id_occurred_at ON ONLY public.interactions USING btree (tenant_id, identity_id, occurred_at);
CREATE INDEX interactions_default_tenant_id_identity_id_occurred_at_idx ON public.interactions_default USING btree (tenant_id, identity_id, occurred_at);
CREATE INDEX ix_interactions_tenant_id_occurred_at ON ONLY public.interactions USING btree (tenant_id, occurred_at);
CREATE INDEX interactions_default_tenant_id_occurred_at_idx ON public.interactions_default USING btree (tenant_id, occurred_at);
CREATE INDEX interactions_y2026m10_labels_pending_idx ON public.interactions_y2026m10 USING btree (labels_pending) WHERE labels_pending;
CREATE INDEX interactions_y2026m10_tenant_id_conversation_id_occurred_at_idx ON public.interactions_y2026m10 USING btree (tenant_id, conversation_id, occurred_at);
CREATE INDEX interactions_y2026m10_tenant_id_identity_id_occurred_at_idx ON public.interactions_y2026m10 USING btree (tenant_id, identity_id, occurred_at);
CREATE INDEX interactions_y2026m10_tenant_id_occurred_at_idx ON public.interactions_y2026m10 USING btree (tenant_id, occurred_at);
CREATE INDEX interactions_y2026m11_labels_pending_idx ON public.interactions_y2026m11 USING btree (labels_pending) WHERE labels_pending;
CREATE INDEX interactions_y2026m11_tenant_id_conversation_id_occurred_at_idx ON public.interactions_y2026m11 USING btree (tenant_id, conversation_id, occurred_at);
CREATE INDEX interactions_y2026m11_tenant_id_identity_id_occurred_at_idx ON public.interactions_y2026m11 USING btree (tenant_id, identity_id, occurred_at);
CREATE INDEX interactions_y2026m11_tenant_id_occurred_at_idx ON public.interactions_y2026m11 USING btree (tenant_id, occurred_at);
CREATE INDEX interactions_y2026m12_labels_pending_idx ON public.interactions_y2026m12 USING btree (labels_pending) WHERE labels_pending;
CREATE INDEX interactions_y2026m12_tenant_id_conversation_id_occurred_at_idx ON public.interactions_y2026m12 USING btree (tenant_id, conversation_id, occurred_at);
CREATE INDEX interactions_y2026m12_tenant_id_identity_id_occurred_at_idx ON public.interactions_y2026m12 USING btree (tenant_id, identity_id, occurred_at);
CREATE INDEX interactions_y2026m12_tenant_id_occurred_at_idx ON public.interactions_y2026m12 USING btree (tenant_id, occurred_at);
CREATE INDEX interactions_y2027m01_labels_pending_idx ON public.interactions_y2027m01 USING btree (labels_pending) WHERE labels_pending;
CREATE INDEX interactions_y2027m01_tenant_id_conversation_id_occurred_at_idx ON public.interactions_y2027m01 USING btree (tenant_id, conversation_id, occurred_at);
CREATE INDEX interactions_y2027m01_tenant_id_identity_id_occurred_at_idx ON public.interactions_y2027m01 USING btree (tenant_id, identity_id, occurred_at);
CREATE INDEX interactions_y2027m01_tenant_id_occurred_at_idx ON public.interactions_y2027m01 USING btree (tenant_id, occurred_at);
CREATE INDEX interactions_y2027m02_labels_pending_idx ON public.interactions_y2027m02 USING btree (labels_pending) WHERE labels_pending;
CREATE INDEX interactions_y2027m02_tenant_id_conversation_id_occurred_at_idx ON public.interactions_y2027m02 USING btree (tenant_id, conversation_id, occurred_at);
CREATE INDEX interactions_y2027m02_tenant_id_identity_id_occurred_at_idx ON public.interactions_y2027m02 USING btree (tenant_id, identity_id, occurred_at);
CREATE INDEX interactions_y2027m02_tenant_id_occurred_at_idx ON public.interactions_y2027m02 USING btree (tenant_id, occurred_at);
CREATE UNIQUE INDEX ix_api_keys_hash ON public.api_keys USING btree (hash);
CREATE INDEX ix_audit_entries_tenant_id_at ON public.audit_entries USING btree (tenant_id, at);
CREATE UNIQUE INDEX ix_channels_webhook_token ON public.channels USING btree (webhook_token);
CREATE INDEX ix_conversation_events_tenant_id_conversation_id_at ON public.conversation_events USING btree (tenant_id, conversation_id, at);
CREATE INDEX ix_conversations_tenant_id_identity_id ON public.conversations USING btree (tenant_id, identity_id);
CREATE INDEX ix_conversations_tenant_id_status ON public.conversations USING btree (tenant_id, status);
CREATE INDEX ix_corrections_tenant_id_interaction_id ON public.corrections USING btree (tenant_id, interaction_id);
CREATE INDEX ix_identities_tenant_id_customer_id ON public.identities USING btree (tenant_id, customer_id);
CREATE UNIQUE INDEX ix_identities_tenant_id_scope_external_id ON public.identities USING btree (tenant_id, scope, external_id);
CREATE INDEX ix_inbox_tenant_id_class_bucket_id ON public.inbox USING btree (tenant_id, class, bucket, id);
CREATE INDEX ix_memberships_user_id ON public.memberships USING btree (user_id);
CREATE INDEX ix_notes_tenant_id_conversation_id_at ON public.notes USING btree (tenant_id, conversation_id, at);
CREATE INDEX ix_outbox_state_due_at ON public.outbox USING btree (state, due_at);
CREATE UNIQUE INDEX ix_outbox_tenant_id_interaction_id ON public.outbox USING btree (tenant_id, interaction_id);
CREATE INDEX ix_outbox_tenant_id_target_id_id ON public.outbox USING btree (tenant_id, target_id, id);
CREATE UNIQUE INDEX ix_teams_tenant_id_name ON public.teams USING btree (tenant_id, name);
CREATE UNIQUE INDEX ix_tenants_webhook_token ON public.tenants USING btree (webhook_token);
CREATE INDEX ix_user_claims_user_id ON public.user_claims USING btree (user_id);
CREATE INDEX ix_user_logins_user_id ON public.user_logins USING btree (user_id);
CREATE INDEX ix_user_passkeys_user_id ON public.user_passkeys USING btree (user_id);
CREATE UNIQUE INDEX user_name_index ON public.users USING btree (normalized_user_name);
ALTER INDEX public.ix_interactions_labels_pending ATTACH PARTITION public.interactions_default_labels_pending_idx;
ALTER INDEX public.pk_interactions ATTACH PARTITION public.interactions_default_pkey;
ALTER INDEX public.ix_interactions_tenant_id_conversation_id_occurred_at ATTACH PARTITION public.interactions_default_tenant_id_conversation_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_identity_id_occurred_at ATTACH PARTITION public.interactions_default_tenant_id_identity_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_occurred_at ATTACH PARTITION public.interactions_default_tenant_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_labels_pending ATTACH PARTITION public.interactions_y2026m10_labels_pending_idx;
ALTER INDEX public.pk_interactions ATTACH PARTITION public.interactions_y2026m10_pkey;
ALTER INDEX public.ix_interactions_tenant_id_conversation_id_occurred_at ATTACH PARTITION public.interactions_y2026m10_tenant_id_conversation_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_identity_id_occurred_at ATTACH PARTITION public.interactions_y2026m10_tenant_id_identity_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_occurred_at ATTACH PARTITION public.interactions_y2026m10_tenant_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_labels_pending ATTACH PARTITION public.interactions_y2026m11_labels_pending_idx;
ALTER INDEX public.pk_interactions ATTACH PARTITION public.interactions_y2026m11_pkey;
ALTER INDEX public.ix_interactions_tenant_id_conversation_id_occurred_at ATTACH PARTITION public.interactions_y2026m11_tenant_id_conversation_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_identity_id_occurred_at ATTACH PARTITION public.interactions_y2026m11_tenant_id_identity_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_occurred_at ATTACH PARTITION public.interactions_y2026m11_tenant_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_labels_pending ATTACH PARTITION public.interactions_y2026m12_labels_pending_idx;
ALTER INDEX public.pk_interactions ATTACH PARTITION public.interactions_y2026m12_pkey;
ALTER INDEX public.ix_interactions_tenant_id_conversation_id_occurred_at ATTACH PARTITION public.interactions_y2026m12_tenant_id_conversation_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_identity_id_occurred_at ATTACH PARTITION public.interactions_y2026m12_tenant_id_identity_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_occurred_at ATTACH PARTITION public.interactions_y2026m12_tenant_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_labels_pending ATTACH PARTITION public.interactions_y2027m01_labels_pending_idx;
ALTER INDEX public.pk_interactions ATTACH PARTITION public.interactions_y2027m01_pkey;
ALTER INDEX public.ix_interactions_tenant_id_conversation_id_occurred_at ATTACH PARTITION public.interactions_y2027m01_tenant_id_conversation_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_identity_id_occurred_at ATTACH PARTITION public.interactions_y2027m01_tenant_id_identity_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_occurred_at ATTACH PARTITION public.interactions_y2027m01_tenant_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_labels_pending ATTACH PARTITION public.interactions_y2027m02_labels_pending_idx;
ALTER INDEX public.pk_interactions ATTACH PARTITION public.interactions_y2027m02_pkey;
ALTER INDEX public.ix_interactions_tenant_id_conversation_id_occurred_at ATTACH PARTITION public.interactions_y2027m02_tenant_id_conversation_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_identity_id_occurred_at ATTACH PARTITION public.interactions_y2027m02_tenant_id_identity_id_occurred_at_idx;
ALTER INDEX public.ix_interactions_tenant_id_occurred_at ATTACH PARTITION public.interactions_y2027m02_tenant_id_occurred_at_idx;
ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT fk_api_keys_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT fk_memberships_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT fk_memberships_users_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_claims
    ADD CONSTRAINT fk_user_claims_users_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_logins
    ADD CONSTRAINT fk_user_logins_users_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_passkeys
    ADD CONSTRAINT fk_user_passkeys_users_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_tokens
    ADD CONSTRAINT fk_user_tokens_users_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
