// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { SteadySizes } from '../../../../src/panels/timeline/vis/steady-sizes';

afterEach(() => {
  vi.restoreAllMocks();
});

test('what is held says what it was, asks nobody, and says the truth when it is let go', () => {
  const element = document.createElement('div');
  let width = 300;
  const asked = vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(() => width);
  const sizes = new SteadySizes();
  sizes.hold([element]);
  width = 200;
  expect(element.offsetWidth).toBe(300);
  expect(asked).toHaveBeenCalledTimes(1);
  sizes.release();
  expect(element.offsetWidth).toBe(200);
});

test('other elements are not touched', () => {
  const [held, other] = [document.createElement('div'), document.createElement('div')];
  const asked = vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(7);
  new SteadySizes().hold([held]);
  asked.mockReturnValue(8);
  expect([held.clientHeight, other.clientHeight]).toEqual([7, 8]);
});
