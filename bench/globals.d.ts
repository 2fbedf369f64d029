/** Global objects of the benchmark pages and of the scripts injected into them. */
declare var bench: {
  // biome-ignore lint/suspicious/noExplicitAny: the type of the reply depends on the order
  order(data: object): Promise<any>;
  memory(): Promise<number>;
  countsWasm(): Promise<boolean>;
};
declare var recording: {
  stop(): { stamps: number[]; moves: number; longTasks: number[]; answers: number };
  close(): number[];
};
declare var longTasks: number[];
/** Papa Parse, added to the page by a benchmark. */
declare var Papa: { parse(text: string, options: { delimiter: string }): unknown };
declare var clicks: {
  begin(): void;
  isDone(): boolean;
  result(): { next: number; painted: number; task: number };
};

interface PerformanceObserverInit {
  /** From the Event Timing API: shorter events are not reported. */
  durationThreshold?: number;
}
