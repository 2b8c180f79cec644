import { expose } from "comlink";
import { afterEach, expect, test, vi } from "vitest";
import { openStrengthMeter } from "@/lib/vault/strength";

afterEach(() => vi.unstubAllGlobals());

/** A worker whose script never arrives: the browser says so with an event and answers nothing else. */
class Unloadable extends EventTarget {
  postMessage() {
    queueMicrotask(() => this.dispatchEvent(new Event("error")));
  }
  terminate() {}
}

/** A worker that finds every password fair. */
class Fair extends EventTarget {
  private readonly channel = new MessageChannel();
  constructor() {
    super();
    expose({ estimateStrength: () => ({ score: 2, warning: null, common: false }) }, this.channel.port2);
    this.channel.port1.addEventListener("message", ({ data }) =>
      this.dispatchEvent(new MessageEvent("message", { data })),
    );
    this.channel.port1.start();
  }
  postMessage(message: unknown) {
    this.channel.port1.postMessage(message);
  }
  terminate() {
    this.channel.port1.close();
  }
}

test("a worker that cannot be loaded rejects the question, and the next question starts another", async () => {
  vi.stubGlobal("Worker", Unloadable);
  const meter = openStrengthMeter();
  await expect(meter.estimate("brass ring 41", [])).rejects.toThrow("the strength meter is closed");
  vi.stubGlobal("Worker", Fair);
  expect(await meter.estimate("brass ring 41", [])).toEqual({ score: 2, warning: null, common: false });
  meter.close();
});

test("closing the meter leaves no question open", async () => {
  vi.stubGlobal(
    "Worker",
    class extends Unloadable {
      override postMessage() {}
    },
  );
  const meter = openStrengthMeter();
  const question = meter.estimate("brass ring 41", []);
  meter.close();
  await expect(question).rejects.toThrow("the strength meter is closed");
});
