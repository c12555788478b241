import { EDM, EDMX } from '../documents.js';

/** Where in the document a fault is planted. */
export interface Faulty {
  /** `4.0` when absent. */
  readonly version?: string;
  /** In place of references, line 2. */
  readonly references?: string;
  /** Before the Schema, line 3. */
  readonly schemas?: string;
  /** At the beginning of the Schema, line 5. */
  readonly content?: string;
  /** Behind an entity set in the container. */
  readonly container?: string;
  /** Behind DataServices. */
  readonly end?: string;
}

/** Stands in a planted fault right before the place where the finding must point. */
const MARK = '§';

/** A valid document but for what is planted in it, and where that is. */
export function faultyDocument(faulty: Faulty): { readonly text: string; readonly place: string } {
  const { version = '4.0', references = '', schemas = '', content = '', container = '', end = '' } = faulty;
  const marked = `<edmx:Edmx xmlns:edmx="${EDMX}" xmlns="${EDM}" Version="${version}">
${references}
<edmx:DataServices>${schemas}
<Schema Namespace="ns" Alias="self">
${content}
<EntityType Name="Base"><Key><PropertyRef Name="Key"/></Key><Property Name="Key" Type="Edm.String" Nullable="false"/><NavigationProperty Name="To" Type="ns.Base"/></EntityType>
<ComplexType Name="Complex"><Property Name="P" Type="Edm.String"/></ComplexType>
<EnumType Name="Enum"><Member Name="A"/></EnumType>
<Action Name="Act"/><Function Name="Fun"><ReturnType Type="Edm.Int32"/></Function>
<Term Name="Term" Type="Edm.String"/><Term Name="Terms" Type="Collection(Edm.String)"/><Term Name="ComplexTerm" Type="ns.Complex"/>
<EntityContainer Name="Container"><EntitySet Name="Bases" EntityType="ns.Base"/>
${container}
</EntityContainer></Schema></edmx:DataServices>${end}</edmx:Edmx>`;
  return { text: marked.replace(MARK, ''), place: placeOf(marked) };
}

/** `line:column` of the mark in a text. */
export function placeOf(marked: string): string {
  const before = marked.slice(0, marked.indexOf(MARK)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** A text without its mark. */
export function unmarked(marked: string): string {
  return marked.replace(MARK, '');
}
