import { describe, expect, it } from 'vitest';
import { parseCustomerFilters } from './customer-filters';

describe('parseCustomerFilters', () => {
  it('keeps what is understood and nothing else', () => {
    expect(parseCustomerFilters({ q: 42, tier: 'gold', owner: ' ', more: 'x' })).toEqual({ q: '42', tier: 'gold' });
    expect(parseCustomerFilters({ tier: ['gold'], owner: 'x'.repeat(300) })).toEqual({ owner: 'x'.repeat(200) });
  });
});
