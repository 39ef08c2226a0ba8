import { describe, expect, it } from 'vitest';
import { readCookie } from './cookies';
import { passwordStrength } from './password';
import { webUrl } from './web-url';
import { webhookSample } from './webhook-sample';

describe('webUrl', () => {
  it('lets only http and https become links', () => {
    expect(webUrl('https://example.test/a?b=c')).toBe('https://example.test/a?b=c');
    for (const url of ['javascript:alert(1)', ' jAvAsCrIpT:alert(1)', 'data:text/html,x', '//no-scheme', '', null]) {
      expect(webUrl(url)).toBeNull();
    }
  });
});

describe('readCookie', () => {
  it('finds a cookie by its whole name', () => {
    expect(readCookie('XSRF-TOKEN', 'NOT-XSRF-TOKEN=1; XSRF-TOKEN=a%3Db')).toBe('a=b');
    expect(readCookie('XSRF-TOKEN', '')).toBeNull();
  });
});

describe('passwordStrength', () => {
  it('counts length first and variety second', () => {
    expect(passwordStrength('Sh0rt!')).toBe('short');
    expect(passwordStrength('aaaaaaaaaaaaaaaa')).toBe('weak');
    expect(passwordStrength('bicycle river')).toBe('fair');
    expect(passwordStrength('bicycle river lantern')).toBe('strong');
  });
});

describe('webhookSample', () => {
  it('quotes what came from outside', () => {
    expect(webhookSample("https://x.test/it's", 'whsec_a')).toContain(`URL='https://x.test/it'\\''s'`);
  });
});
