/** As much of the package as is used here: it comes without types. */
declare module 'rocketchat-api' {
  type Answer = Promise<Record<string, unknown>>;
  type Options = Readonly<Record<string, unknown>>;

  interface HttpRequest {
    defaults(options: { readonly proxy: null }): HttpRequest;
  }

  interface Rooms {
    create(name: string, members?: readonly string[]): Answer;
    info(roomId: string): Answer;
    invite(roomId: string, userId: string): Answer;
    kick(roomId: string, userId: string): Answer;
    addOwner(roomId: string, userId: string): Answer;
    addModerator(roomId: string, userId: string): Answer;
    removeModerator(roomId: string, userId: string): Answer;
    leave(roomId: string): Answer;
    open(roomId: string): Answer;
    close(roomId: string): Answer;
    archive(roomId: string): Answer;
    unarchive(roomId: string): Answer;
    rename(roomId: string, name: string): Answer;
    setTopic(roomId: string, topic: string): Answer;
    setDescription(roomId: string, description: string): Answer;
    setReadOnly(roomId: string, readOnly: boolean): Answer;
    setType(roomId: string, type: 'c' | 'p'): Answer;
    history(where: Options, page?: Options): Answer;
    list(page: Options): Answer;
  }

  export default class RocketChatClient {
    constructor(server: { readonly host: string; readonly port: number; readonly basepath?: string });
    readonly channels: Rooms & { listJoined(page: Options): Answer };
    readonly groups: Rooms & { listMembers(roomId: string): Answer; roles(roomId: string): Answer };
    readonly chat: {
      postMessage(message: Options): Answer;
      update(change: { roomId: string; msgId: string; text: string }): Answer;
      delete(what: { roomId: string; msgId: string; asUser?: boolean }): Answer;
    };
    readonly im: {
      close(roomId: string): Answer;
      open(roomId: string): Answer;
      setTopic(roomId: string, topic: string): Answer;
      history(where: Options): Answer;
      list(page?: Options): Answer;
      listEveryone(page?: Options): Answer;
    };
    readonly users: {
      create(user: Options): Answer;
      info(who: { userId: string } | { username: string }): Answer;
      update(userId: string, data: Options): Answer;
      delete(userId: string): Answer;
      getPresence(userId: string): Answer;
      list(offset: number, count: number, done?: undefined): Answer;
    };
    readonly settings: { get(id: string): Answer };
    readonly wsClient: { disconnect(): void };
    readonly restClient: { readonly options: { timeout: number }; clientRequest: HttpRequest };
    login(user: string, password: string): Answer;
    logout(): Answer;
  }
}
