import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type Connection,
  createConnection,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver';

export interface Transports {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** Two ends of one line inside a process: what one end writes the other reads, in order, never in the same turn. */
export const createMemoryTransports = (): { readonly client: Transports; readonly server: Transports } => {
  const toServer = new Pipe();
  const toClient = new Pipe();
  return {
    client: { reader: toClient.reader, writer: toServer.writer },
    server: { reader: toServer.reader, writer: toClient.writer },
  };
};

/** A server's connection over in-memory transports; the `exit` message ends nothing but the connection. */
export const connectInMemory = ({ reader, writer }: Transports): Connection =>
  createConnection((logger) => createProtocolConnection(reader, writer, logger), {
    shutdownReceived: false,
    initialize: () => undefined,
    exit: () => undefined,
  });

class Pipe {
  readonly reader = new PipeReader();
  readonly writer = new PipeWriter(this.reader);
}

class PipeReader extends AbstractMessageReader implements MessageReader {
  readonly #waiting: Message[] = [];
  #callback: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    for (const message of this.#waiting.splice(0)) this.deliver(message);
    return { dispose: () => this.#hangUp() };
  }

  deliver(message: Message): void {
    if (this.#callback) queueMicrotask(() => this.#callback?.(message));
    else this.#waiting.push(message);
  }

  #hangUp(): void {
    this.#callback = undefined;
  }
}

class PipeWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #reader: PipeReader;

  constructor(reader: PipeReader) {
    super();
    this.#reader = reader;
  }

  write(message: Message): Promise<void> {
    this.#reader.deliver(message);
    return Promise.resolve();
  }

  end(): void {
    this.fireClose();
  }
}
