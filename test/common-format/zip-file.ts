import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip file, with what may be wrong with it. */
export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Of the data: 0 stored, 8 deflated. */
  readonly method?: number;
  /** Bit 0: encrypted, bit 11: the name is UTF-8. */
  readonly flags?: number;
  readonly checksum?: number;
  readonly packedSize?: number;
  readonly size?: number;
  /** As Unix has it: 0o120777 is a link. */
  readonly mode?: number;
}

const UTF8_NAMES = 0x800;

/** A zip file (PKWARE APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16) with exactly these entries, right or wrong. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { header, central } = recordsOf(entry, offset);
    local.push(header);
    directory.push(central);
    offset += header.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...local, listed, endOf(entries.length, listed.length, offset)]);
}

function recordsOf(entry: ZipEntry, offset: number): { readonly header: Buffer; readonly central: Buffer } {
  const content = Buffer.from(entry.content ?? '');
  const { name, method = 8, flags = UTF8_NAMES, mode = 0o100644 } = entry;
  const data = method === 0 ? content : deflateRawSync(content);
  const { checksum = crc32(content), packedSize = data.length, size = content.length } = entry;
  const bytes = Buffer.from(name, 'utf8');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(checksum, 10);
  common.writeUInt32LE(packedSize, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(bytes.length, 22);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(mode * 0x10000, 6);
  rest.writeUInt32LE(offset, 10);
  return {
    header: Buffer.concat([signature('PK\u0003\u0004'), common, bytes, data]),
    central: Buffer.concat([signature('PK\u0001\u0002'), Buffer.from([20, 3]), common, rest, bytes]),
  };
}

function endOf(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries, 4);
  end.writeUInt16LE(entries, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([signature('PK\u0005\u0006'), end]);
}

function signature(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
