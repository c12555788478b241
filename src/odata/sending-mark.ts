import type { Dispatcher } from 'undici';

interface Marked extends Dispatcher.DispatchOptions {
  readonly onSending?: () => void;
}

/**
 * Lets the options of a request carry `onSending`, which is called when a connection stands and the request goes out:
 * the response time must not hold the time that connecting takes.
 */
export function markSending(dispatcher: Dispatcher): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => dispatch(options, marked(options, handler)));
}

function marked({ onSending }: Marked, handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
  return {
    onRequestStart(controller, context) {
      onSending?.();
      handler.onRequestStart?.(controller, context);
    },
    onRequestUpgrade: (...upgrade) => handler.onRequestUpgrade?.(...upgrade),
    onResponseStart: (...head) => handler.onResponseStart?.(...head),
    onResponseData: (...data) => handler.onResponseData?.(...data),
    onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
    onResponseError: (...error) => handler.onResponseError?.(...error),
  };
}
