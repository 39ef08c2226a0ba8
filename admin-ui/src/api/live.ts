import type { HubConnection } from '@microsoft/signalr';

export type LiveState = 'connecting' | 'connected' | 'reconnecting';

export interface ChangedEvent {
  sequence?: number | null;
  conversations: string[];
  customers: string[];
  reason: string;
}

export interface LiveHandlers {
  changed: (event: ChangedEvent) => void;
  deadLetters: () => void;
  channels: () => void;
  members: () => void;
  notifications: () => void;
  /** After a gap, events may have been missed: everything shown has to be fetched again. */
  resumed: () => void;
  state: (state: LiveState) => void;
}

const longestWait = 15_000;
const waitBefore = (attempt: number) => Math.min(longestWait, 500 * 2 ** attempt) * (0.8 + Math.random() * 0.4);

/** Keeps the link to the workspace hub until the returned function is called. */
export function openLiveLink(handlers: LiveHandlers): () => void {
  let closed = false;
  let connection: HubConnection | null = null;
  let timer: number | undefined;

  const start = async (attempt: number) => {
    const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
    if (closed) return;
    if (!connection) {
      connection = new HubConnectionBuilder()
        .withUrl('/hubs/workspace')
        .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => waitBefore(retry.previousRetryCount) })
        .configureLogging(LogLevel.None)
        .build();
      listen(connection, handlers);
    }
    try {
      await connection.start();
      if (closed) return void connection.stop();
      handlers.state('connected');
      if (attempt > 0) handlers.resumed();
    } catch {
      if (closed) return;
      handlers.state('reconnecting');
      timer = window.setTimeout(() => void start(attempt + 1), waitBefore(attempt));
    }
  };

  handlers.state('connecting');
  void start(0);
  return () => {
    closed = true;
    window.clearTimeout(timer);
    void connection?.stop();
  };
}

function listen(connection: HubConnection, handlers: LiveHandlers) {
  connection.on('changed', handlers.changed);
  connection.on('deadLetters', handlers.deadLetters);
  connection.on('channels', handlers.channels);
  connection.on('members', handlers.members);
  connection.on('notifications', handlers.notifications);
  connection.onreconnecting(() => handlers.state('reconnecting'));
  connection.onreconnected(() => {
    handlers.state('connected');
    handlers.resumed();
  });
}
