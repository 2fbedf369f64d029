/** What the pages of the benchmarks and the scripts put into them keep in the global object. */
declare var bench: {
  // biome-ignore lint/suspicious/noExplicitAny: each order has a reply of its own
  order(data: object): Promise<any>;
  memory(): Promise<number>;
  countsWasm(): Promise<boolean>;
};
declare var recording: {
  stop(): { stamps: number[]; moves: number; longTasks: number[]; answers: number };
  close(): number[];
};
declare var longTasks: number[];
declare var clicks: {
  begin(): void;
  isDone(): boolean;
  result(): { next: number; painted: number; task: number };
};

interface PerformanceObserverInit {
  /** Of the Event Timing API: shorter events are left out. */
  durationThreshold?: number;
}
