import type { components } from './schema';

type Schemas = components['schemas'];

export type SessionAnswer = Schemas['SessionInfo'];
/** A person's session: `user` is null for programs only, and those do not use these pages. */
export type SessionInfo = SessionAnswer & { user: NonNullable<SessionAnswer['user']> };
export type SetupRequest = Schemas['SignUp'];
export type SignInRequest = Schemas['SignInRequest'];
export type Role = SessionInfo['role'];
export type ApiKey = Schemas['ApiKeyItem'];
export type CreatedApiKey = Schemas['CreatedApiKey'];
export type Member = Schemas['Member'];
export type Team = Schemas['TeamItem'];
export type Connector = Schemas['ConnectorItem'];
export type SettingField = Schemas['SettingField'];
export type Channel = Schemas['ChannelItem'];
export type CreatedChannel = Schemas['CreatedChannel'];
export type Interaction = Schemas['InteractionView'];
export type Label = Schemas['LabelView'];
export type LabelEvidence = Schemas['LabelEvidence'];
export type Delivery = Schemas['DeliveryView'];
export type ConversationItem = Schemas['ConversationItem'];
export type ConversationDetail = Schemas['ConversationDetail'];
export type ConversationStatus = ConversationItem['status'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type Note = Schemas['NoteView'];
export type ConversationEvent = Schemas['TimelineEvent'];
export type Customer = Schemas['CustomerView'];
export type Identity = Schemas['IdentityView'];
export type Relationship = Schemas['RelationshipView'];
export type DeadLetter = Schemas['DeadLetterView'];
export type Plugin = Schemas['PluginInfo'];

export interface Page<T> {
  items: T[];
  next?: string | null;
}
