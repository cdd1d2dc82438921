/** Python that makes wheels and sdists, good ones unless it is told what is to be wrong. */
export const MAKE_ARCHIVES = `
import base64, hashlib, io, os, tarfile, zipfile

README = "Description-Content-Type: text/markdown\\n\\n# A package\\n"

def metadata(name, version):
    return f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n{README}"

def folder(where):
    os.makedirs(where, exist_ok=True)
    return where

def hash_of(data):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")

def wheel(name="acme_billing", version="1.2.3", tag="py3-none-any", *, file=None, info=None, says=None, tags=None,
          record=None, edit=None, attributes={}, packed=zipfile.ZIP_DEFLATED, where="built/1"):
    """\`says\` is its METADATA; \`edit\` changes its entries after RECORD was made, \`record\` its lines."""
    info = info or f"{name}-{version}.dist-info"
    entries = {
        f"{name}/__init__.py": b"VALUE = 1\\n",
        f"{info}/METADATA": (says or metadata(name, version)).encode(),
        f"{info}/WHEEL": "".join(["Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\n"] + [f"Tag: {t}\\n" for t in tags or [tag]]).encode(),
    }
    lines = [f"{entry},{hash_of(data)},{len(data)}" for entry, data in entries.items()] + [f"{info}/RECORD,,"]
    entries[f"{info}/RECORD"] = "".join(f"{line}\\n" for line in (record(lines) if record else lines)).encode()
    listed = list(entries.items())
    if edit:
        listed = edit(listed)
    path = f"{folder(where)}/{file or f'{name}-{version}-{tag}.whl'}"
    with zipfile.ZipFile(path, "w", packed) as archive:
        for entry, data in listed:
            header = zipfile.ZipInfo(entry)
            header.external_attr = attributes.get(entry, 0o100644) << 16
            archive.writestr(header, data, packed)
    return path

def sdist(name="acme_billing", version="1.2.3", *, file=None, says=None, edit=None, where="built/1"):
    """\`edit\` changes the list of its entries: name, bytes, and the type that tarfile knows."""
    top = f"{name}-{version}"
    entries = [(top, b"", tarfile.DIRTYPE), (f"{top}/PKG-INFO", (says or metadata(name, version)).encode(), tarfile.REGTYPE),
               (f"{top}/setup.py", b"raise SystemExit('run')\\n", tarfile.REGTYPE)]
    path = f"{folder(where)}/{file or f'{top}.tar.gz'}"
    with tarfile.open(path, "w:gz") as archive:
        for entry, data, kind in edit(entries) if edit else entries:
            header = tarfile.TarInfo(entry)
            header.type, header.size = kind, len(data)
            if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
                header.linkname, header.size = data.decode(), 0
            archive.addfile(header, io.BytesIO(data))
    return path

def put(name, data=b"", where="built/1"):
    with open(os.path.join(os.fsencode(folder(where)), name if isinstance(name, bytes) else name.encode()), "wb") as file:
        file.write(data)
`;
