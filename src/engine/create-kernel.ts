import type { Kernel } from './kernel';
import { createTsKernel } from './kernel-ts';

export function createKernel(size: number, capacity: number): Kernel {
  return createTsKernel(size, capacity);
}
