/** A refused or failed request, as RFC 9457 problem details tell it. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string | null,
    readonly errors: Readonly<Record<string, readonly string[]>>,
  ) {
    super(detail ?? title);
    this.name = 'ApiProblem';
  }

  /** The server could not be reached at all. */
  get unreachable(): boolean {
    return this.status === 0;
  }
}

export function isProblem(error: unknown, status?: number): error is ApiProblem {
  return error instanceof ApiProblem && (status === undefined || error.status === status);
}

/** Reads whatever an error answer carried; a body that is not problem details is not trusted for its text. */
export function toProblem(status: number, body: unknown): ApiProblem {
  const source = isRecord(body) ? body : {};
  return new ApiProblem(
    status,
    text(source.type) ?? 'about:blank',
    text(source.title) ?? `HTTP ${status}`,
    text(source.detail),
    readErrors(source.errors),
  );
}

export function unreachableProblem(): ApiProblem {
  return new ApiProblem(0, 'about:blank', 'unreachable', null, {});
}

/** Field errors by form path: `Settings.BaseUrl` and `settings.baseUrl` both mean the field `settings.baseUrl`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!isProblem(error)) return {};
  return Object.fromEntries(
    Object.entries(error.errors).map(([path, messages]) => [formPath(path), messages.join(' ')]),
  );
}

/** The errors that belong to no known field, so that a form can show them above. */
export function otherErrors(error: unknown, knownFields: readonly string[]): string[] {
  return Object.entries(fieldErrors(error))
    .filter(([path]) => !knownFields.includes(path))
    .map(([, message]) => message);
}

function formPath(path: string): string {
  return path
    .replace(/^\$\.?/, '')
    .split('.')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');
}

function readErrors(errors: unknown): Record<string, string[]> {
  if (!isRecord(errors)) return {};
  return Object.fromEntries(
    Object.entries(errors)
      .map(([path, messages]) => [path, (Array.isArray(messages) ? messages : [messages]).filter(isText)] as const)
      .filter(([, messages]) => messages.length > 0),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const text = (value: unknown): string | null => (isText(value) ? value : null);
