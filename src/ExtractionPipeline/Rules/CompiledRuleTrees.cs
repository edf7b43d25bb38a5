using System.Runtime.InteropServices;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>The YAML rule files, parsed at build time, so that start-up parses none; the paths of all rule files, and their fingerprint.</summary>
/// <remarks>
/// Layout, all int but the characters at the end: number of files, of texts, of words in all values, of characters; the text of the fingerprint;
/// for each file in order of path its path (a text) and its value (a word, -1 for none); for each text its start and length; the values; the
/// characters. A value is a tag, line, column and content: 1 a text (its number), 2 a list (number of items, length in words, items), 3 a
/// mapping (number of fields, for each its key and its value). Items of a list are read when somebody asks for them: start-up needs no examples.
/// </remarks>
internal sealed class CompiledRuleTrees
{
    private const int Text = 1;
    private const int List = 2;
    private const int Map = 3;
    private const int None = -1;
    private const int HeaderWords = 5;

    private readonly CompiledBytes _table;
    private readonly int _files;
    private readonly int _words;
    private readonly int _characters;
    private readonly string?[] _texts;

    private CompiledRuleTrees(CompiledBytes table)
    {
        _table = table;
        var header = table.Read<int>(0, HeaderWords);
        (_files, _words, _characters) = (header[0], header[2], header[3]);
        _texts = new string?[header[1]];
        _ = table.Read<char>(CharactersAt, _characters);
    }

    /// <summary>Of all rule files.</summary>
    public string Fingerprint => TextAt(_table.Read<int>(0, HeaderWords)[^1]);

    private int TextsAt => (HeaderWords + (2 * _files)) * sizeof(int);

    private int ValuesAt => TextsAt + (2 * _texts.Length * sizeof(int));

    private int CharactersAt => ValuesAt + (_words * sizeof(int));

    public static CompiledRuleTrees Open(CompiledBytes table) => new(table);

    public static CompiledBytes Compile(RuleFiles files) => new Compiler().Compile(files);

    /// <summary>All files, tables included, in order of path.</summary>
    public RuleFile[] Files()
    {
        var files = new RuleFile[_files];
        for (var i = 0; i < files.Length; i++) files[i] = new RuleFile(this, i);
        return files;
    }

    /// <summary>The path of a file below rules/.</summary>
    public string PathAt(int file) => TextAt(_table.Read<int>(HeaderWords * sizeof(int), 2 * _files)[2 * file]);

    /// <summary>The value of a file; null where it is empty or no YAML file.</summary>
    public RuleValue? TreeOf(int file)
    {
        var at = _table.Read<int>(HeaderWords * sizeof(int), 2 * _files)[(2 * file) + 1];
        return at == None ? null : ReadValue(ref at);
    }

    private string TextAt(int number)
    {
        if (_texts[number] is { } made) return made;
        var place = _table.Read<int>(TextsAt + (2 * number * sizeof(int)), 2);
        return _texts[number] = _table.Read<char>(CharactersAt + (place[0] * sizeof(char)), place[1]).ToString();
    }

    private RuleValue ReadValue(ref int at)
    {
        var head = _table.Read<int>(ValuesAt + (at * sizeof(int)), 4);
        at += head.Length;
        var (line, column, content) = (head[1], head[2], head[3]);
        switch (head[0])
        {
            case Text: return new RuleScalar(TextAt(content), line, column);
            case List:
                var length = _table.Read<int>(ValuesAt + (at * sizeof(int)), 1)[0];
                var first = at + 1;
                at = first + length;
                return new RuleList(new OnDemand<RuleValue>(() => ReadItems(first, content)), line, column);
            default:
                var fields = new KeyValuePair<RuleScalar, RuleValue>[content];
                for (var i = 0; i < fields.Length; i++) fields[i] = new((RuleScalar)ReadValue(ref at), ReadValue(ref at));
                return new RuleMap(fields, line, column);
        }
    }

    private RuleValue[] ReadItems(int at, int count)
    {
        var items = new RuleValue[count];
        for (var i = 0; i < items.Length; i++) items[i] = ReadValue(ref at);
        return items;
    }

    private sealed class Compiler
    {
        private readonly CompiledTexts _characters = new();
        private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
        private readonly List<int> _words = [];

        public CompiledBytes Compile(RuleFiles files)
        {
            var fingerprint = NumberOf(files.Fingerprint());
            var places = new List<int>();
            foreach (var file in files.All)
            {
                var tree = file.IsYaml ? file.ParseTree() : null;
                places.AddRange([NumberOf(file.Path), tree is null ? None : _words.Count]);
                if (tree is not null) Add(tree);
            }

            var texts = _texts.OrderBy(t => t.Value).SelectMany(t => (int[])[_characters.Add(t.Key), t.Key.Length]).ToList();
            var writer = new CompiledWriter();
            writer.Write<int>([files.All.Count, _texts.Count, _words.Count, _characters.Characters.Length, fingerprint]);
            writer.Write<int>(CollectionsMarshal.AsSpan(places));
            writer.Write<int>(CollectionsMarshal.AsSpan(texts));
            writer.Write<int>(CollectionsMarshal.AsSpan(_words));
            writer.Write(_characters.Characters);
            return writer.ToTable();
        }

        private int NumberOf(string text)
        {
            _texts.TryAdd(text, _texts.Count);
            return _texts[text];
        }

        private void Add(RuleValue value)
        {
            _words.AddRange([value switch { RuleScalar => Text, RuleList => List, _ => Map }, value.Line, value.Column]);
            switch (value)
            {
                case RuleScalar scalar:
                    _words.Add(NumberOf(scalar.Text));
                    break;
                case RuleList list:
                    _words.AddRange([list.Items.Count, 0]);
                    var first = _words.Count;
                    foreach (var item in list.Items) Add(item);
                    _words[first - 1] = _words.Count - first;
                    break;
                case RuleMap map:
                    _words.Add(map.Fields.Count);
                    foreach (var (key, content) in map.Fields)
                    {
                        Add(key);
                        Add(content);
                    }

                    break;
            }
        }
    }
}
