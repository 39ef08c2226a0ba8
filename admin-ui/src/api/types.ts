import type { components } from './schema';

type Schemas = components['schemas'];

export type SessionInfo = Schemas['SessionInfo'];
export type SetupRequest = Schemas['SetupRequest'];
export type SignInRequest = Schemas['SignInRequest'];
export type Role = SessionInfo['role'];
export type ApiKey = Schemas['ApiKey'];
export type CreatedApiKey = Schemas['CreatedApiKey'];
export type Member = Schemas['Member'];
export type Team = Schemas['Team'];
export type Connector = Schemas['Connector'];
export type SettingField = Schemas['SettingField'];
export type Channel = Schemas['Channel'];
export type CreatedChannel = Schemas['CreatedChannel'];
export type Interaction = Schemas['Interaction'];
export type Label = Schemas['Label'];
export type LabelEvidence = Schemas['LabelEvidence'];
export type Delivery = Schemas['Delivery'];
export type ConversationItem = Schemas['ConversationItem'];
export type ConversationDetail = Schemas['ConversationDetail'];
export type ConversationStatus = ConversationItem['status'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type Note = Schemas['Note'];
export type ConversationEvent = Schemas['ConversationEvent'];
export type Customer = Schemas['Customer'];
export type Identity = Schemas['Identity'];
export type Relationship = Schemas['Relationship'];
export type DeadLetter = Schemas['DeadLetter'];
export type Plugin = Schemas['Plugin'];

export interface Page<T> {
  items: T[];
  next?: string | null;
}
