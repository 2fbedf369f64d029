// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { SteadySizes } from '../../../src/views/timeline/steady-sizes';

afterEach(() => {
  vi.restoreAllMocks();
});

test('asks once while it is held, says the same until it is let go, and then the truth', () => {
  const element = document.createElement('div');
  let width = 300;
  const asked = vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(() => width);
  const sizes = new SteadySizes();
  expect(element.offsetWidth).toBe(300);
  width = 200;
  sizes.hold([element]);
  sizes.hold([element]);
  expect(element.offsetWidth).toBe(200);
  width = 100;
  expect(element.offsetWidth).toBe(200);
  expect(asked).toHaveBeenCalledTimes(2);
  sizes.release();
  expect(element.offsetWidth).toBe(100);
});

test('other elements are not touched', () => {
  const [held, other] = [document.createElement('div'), document.createElement('div')];
  const asked = vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(7);
  new SteadySizes().hold([held]);
  expect([held.clientHeight, held.clientHeight, other.clientHeight, other.clientHeight]).toEqual([7, 7, 7, 7]);
  expect(asked).toHaveBeenCalledTimes(3);
});
