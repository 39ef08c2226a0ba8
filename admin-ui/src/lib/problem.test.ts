import { describe, expect, it } from 'vitest';
import { fieldErrors, isProblem, otherErrors, toProblem, unreachableProblem } from './problem';

const invalid = toProblem(400, {
  type: 'urn:socialcrm:problem:validation',
  title: 'Invalid',
  errors: { Name: ['Taken.'], 'Settings.BaseUrl': ['Not an address.', 'Too long.'], '$.zone': 'Unknown.' },
});

describe('problem details', () => {
  it('bring each error to its form field, however the server wrote the path', () => {
    expect(fieldErrors(invalid)).toEqual({
      name: 'Taken.',
      'settings.baseUrl': 'Not an address. Too long.',
      zone: 'Unknown.',
    });
  });

  it('leave what no field can show for above the form', () => {
    expect(otherErrors(invalid, ['name', 'settings.baseUrl'])).toEqual(['Unknown.']);
  });

  it('survive an answer that is not problem details', () => {
    const problem = toProblem(502, '<html>Bad gateway</html>');
    expect(problem).toMatchObject({ status: 502, detail: null, errors: {} });
    expect(toProblem(400, { errors: { name: [1, null] } }).errors).toEqual({});
  });

  it('are told apart by status', () => {
    expect(isProblem(invalid, 400)).toBe(true);
    expect(isProblem(invalid, 401)).toBe(false);
    expect(isProblem(new Error('other'))).toBe(false);
    expect(unreachableProblem().unreachable).toBe(true);
    expect(fieldErrors(new Error('other'))).toEqual({});
  });
});
