const quote = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;

/** Shell commands that sign a message (Standard Webhooks) and post it; each run posts a new message. */
export function webhookSample(url: string, secret: string): string {
  const author = { id: 'test-author', handle: 'test', name: 'Test Author' };
  const text = 'Hello from the command line. Does this arrive?';
  const body = JSON.stringify({ type: 'message', data: { id: '$ID', author, text } });
  return [
    `URL=${quote(url)}`,
    `SECRET=${quote(secret)}`,
    'AT="$(date +%s)"; ID="test-$AT"',
    `BODY=${quote(body).replace('$ID', `'"$ID"'`)}`,
    `KEY="$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \\n')"`,
    'SIGNATURE="$(printf %s "$ID.$AT.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)"',
    'curl -i "$URL" -H "content-type: application/json" -H "webhook-id: $ID" \\',
    '  -H "webhook-timestamp: $AT" -H "webhook-signature: v1,$SIGNATURE" --data-raw "$BODY"',
  ].join('\n');
}
