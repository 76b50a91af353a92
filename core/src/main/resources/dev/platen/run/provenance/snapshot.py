# Goes on in the namespace of observe.py, with ROOTS (the names of the project's folder) and COPY (that of its modules'
# copies) given. A module of the project is compiled from its copy, and is in all else what it would be: its __file__ and
# the file name of its code are those of the project, so that data beside it are found and tracebacks make sense.
import linecache
from importlib.machinery import ExtensionFileLoader, PathFinder, SourceFileLoader
from importlib.util import decode_source, spec_from_file_location
from io import StringIO
from os.path import basename, isdir, isfile, realpath

folders = {}
unseen = (COPY + "/",)


class SnapshotFinder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        # Whatever goes wrong here, the import goes on as if there were no snapshot.
        try:
            spec = copied_module(name, list(sys.path if path is None else path))
            if spec is None and path is None:
                spec = PathFinder.find_spec(name) or editable_module(name, target)
            return spec
        except Exception:
            return None


class SnapshotLoader(SourceFileLoader):
    def __init__(self, name, path, copy):
        super().__init__(name, path)
        self.copy = copy

    def get_data(self, path):
        if path == self.path:
            try:
                data = super().get_data(self.copy)
                copies[absolute(path)] = self.copy
                return data
            except OSError:
                unreadable[absolute(path)] = None
        return super().get_data(path)

    def get_code(self, fullname):
        # Without the cache of compiled modules, which is that of the project's own file.
        source = self.get_data(self.path)
        show(self.path, source)
        return self.source_to_code(source, self.path)


def show(path, source):
    # Tracebacks and inspect ask linecache; an entry without a time is never compared with the file.
    try:
        linecache.cache[path] = len(source), None, StringIO(decode_source(source)).readlines(), path
    except Exception:
        pass  # the compiler says better what is wrong with the source


def copied_module(name, path):
    tail = name.rpartition(".")[2]
    for place, entry in enumerate(path):
        folder = copied_folder(entry)
        if folder is not None:
            for inside in (tail + "/__init__.py", tail + ".py"):
                copy = join(folder, inside)
                if isfile(copy):
                    return copied_spec(name, path, place, inside, copy)
    return None


def copied_spec(name, path, place, inside, copy):
    earlier = PathFinder.find_spec(name, path[:place])
    if earlier is not None and earlier.loader is not None:
        return None
    here = PathFinder.find_spec(name, path[place : place + 1])
    loader = None if here is None else here.loader
    if isinstance(loader, ExtensionFileLoader):
        return None  # compiled in its place, as Cython does it: that goes first
    file = absolute(join(path[place] or ".", inside))
    if loader is not None and absolute(here.origin) == file:
        file = here.origin
    return spec_of_copy(name, file, copy)


def spec_of_copy(name, file, copy):
    package = file.endswith("/__init__.py")
    return spec_from_file_location(
        name,
        file,
        loader=SnapshotLoader(name, file, copy),
        submodule_search_locations=[dirname(file)] if package else None,
    )


def editable_module(name, target):
    # setuptools may install a project by a finder of its own, which knows where the modules lie.
    for finder in sys.meta_path[sys.meta_path.index(SnapshotFinder) + 1 :]:
        spec = None if finder is PathFinder else finder.find_spec(name, None, target)
        if spec is not None:
            if type(spec.loader) is not SourceFileLoader:
                return spec
            folder = copied_folder(dirname(spec.origin))
            copy = folder and join(folder, basename(spec.origin))
            return spec_of_copy(name, spec.origin, copy) if copy and isfile(copy) else spec
    return None


def copied_folder(entry):
    if not isinstance(entry, str):
        return None
    place = absolute(entry or ".")
    if place not in folders:
        folders[place] = next(filter(isdir, map(in_copy, (place, realpath(place)))), None)
    return folders[place]


def in_copy(place):
    for root in ROOTS:
        if place == root or place.startswith(root + "/"):
            return COPY + place[len(root) :]
    return ""


sys.meta_path.insert(sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else 0, SnapshotFinder)
