const quote = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;

/** Shell commands that sign a message (Standard Webhooks) and post it. */
export function webhookSample(url: string, secret: string): string {
  const body = {
    id: 'test-1',
    text: 'Hello from the command line. Does this arrive?',
    author: { id: 'test-author', name: 'Test Author', handle: 'test' },
  };
  return [
    `URL=${quote(url)}`,
    `SECRET=${quote(secret)}`,
    `BODY=${quote(JSON.stringify({ messages: [body] }))}`,
    'ID="msg-$(date +%s)"; AT="$(date +%s)"',
    `KEY="$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \\n')"`,
    'SIGNATURE="$(printf %s "$ID.$AT.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)"',
    'curl -i "$URL" -H "content-type: application/json" -H "webhook-id: $ID" \\',
    '  -H "webhook-timestamp: $AT" -H "webhook-signature: v1,$SIGNATURE" --data-raw "$BODY"',
  ].join('\n');
}
