/**
 * Rows by the megabyte, part by part. They cross as they are made and as they are read, so that nobody is held up by
 * all of them at once.
 */
export class Parts<Part> implements AsyncIterable<Part> {
  constructor(readonly parts: readonly Part[] | AsyncIterable<Part>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Part> {
    yield* this.parts;
  }
}
