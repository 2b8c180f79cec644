const machineDate = Date;

/** The clock of this process, while somebody has it. */
export type Clock = {
  /** Puts it to this moment, from which it goes on. It is never put back: a moment that is over changes nothing. */
  putTo(moment: Date): void;
  /** Gives the machine's clock back. */
  release(): void;
};

/**
 * Puts the clock of this process back to a moment in the past, so that what commands do from now on has the dates of
 * then: they, the jobs and the embedded database all read `Date`. For demo data alone, in a process that serves nobody.
 */
export function takeClock(start: Date): Clock {
  let behind = machineDate.now() - Number(start);
  const now = () => machineDate.now() - behind;
  globalThis.Date = new Proxy(machineDate, {
    construct: (target, given, asked) => Reflect.construct(target, given.length > 0 ? given : [now()], asked),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
  return {
    putTo(moment) {
      behind = Math.min(behind, machineDate.now() - Number(moment));
    },
    release() {
      globalThis.Date = machineDate;
    },
  };
}
