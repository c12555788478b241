import { listen } from '../odata/local-server.js';

/** An answer to a request for records. */
export interface Answer {
  /** 200 unless it says otherwise. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON, unless it is a text already. */
  readonly body: object | string;
}

/** The fields of Property besides its key and City. */
export const TIMESTAMP = '<Property Name="ModificationTimestamp" Type="Edm.DateTimeOffset"/>';

/**
 * A server with the resource Property, whose pages a test makes up. Returns its service root.
 *
 * @param fields the declarations of more fields
 */
export async function servePages(answer: (url: URL) => Answer, fields = ''): Promise<string> {
  const { origin } = await listen((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    const headers = { 'OData-Version': '4.0', 'Content-Type': 'application/json' };
    if (url.pathname.endsWith('$metadata')) {
      response.writeHead(200, { ...headers, 'Content-Type': 'application/xml' }).end(metadata(fields));
      return;
    }
    const { status = 200, headers: own, body } = answer(url);
    response
      .writeHead(status, { ...headers, ...own })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  return origin;
}

function metadata(fields: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="org.test" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Property"><Key><PropertyRef Name="ListingKey"/></Key>
<Property Name="ListingKey" Type="Edm.String" Nullable="false"/><Property Name="City" Type="Edm.String"/>${fields}</EntityType>
<EntityContainer Name="C"><EntitySet Name="Property" EntityType="org.test.Property"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;
}
