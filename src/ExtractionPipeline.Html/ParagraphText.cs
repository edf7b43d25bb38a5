using System.Text;

namespace ExtractionPipeline.Html;

/// <summary>The text of one paragraph while it is being read, with white space as browsers show it.</summary>
/// <remarks>
/// A run of white space is one space, and none at the ends. A line end of the source beside a Chinese character is none (CSS Text 3,
/// 4.1.3, made wider: programs wrap their source between a digit and a Chinese character too).
/// </remarks>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();
    private bool _space;
    private bool _lineEnd;

    public bool IsEmpty => _text.Length == 0;

    public void Append(string text, bool preformatted)
    {
        foreach (var c in text)
        {
            if (preformatted && c is '\n' or '\t')
            {
                if (preformatted) Put(c);
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _space = true;
                _lineEnd |= c is '\n' or '\r';
            }
            else if (c is '\u00ad' or '\u200b' or '\ufeff' or '\u200c' or '\u200d' || (char.IsControl(c) && c is not '\u0085'))
            {
                // Shown as nothing.
            }
            else
            {
                Put(c == '\u00a0' ? ' ' : c);
            }
        }
    }

    /// <summary>A line break within the paragraph (U+000A).</summary>
    public void Break()
    {
        (_space, _lineEnd) = (false, false);
        if (_text.Length > 0) _text.Append('\n');
    }

    /// <summary>Whether the last thing was a line break.</summary>
    public bool EndsWithBreak => _text.Length > 0 && _text[^1] == '\n';

    /// <summary>The text, and an empty one from now on.</summary>
    public string Take()
    {
        var text = _text.ToString().Trim();
        _text.Clear();
        (_space, _lineEnd) = (false, false);
        return text;
    }

    private void Put(char c)
    {
        if (_space && _text.Length > 0 && _text[^1] is not ('\n' or ' ') && !(_lineEnd && (IsWide(_text[^1]) || IsWide(c)))) _text.Append(' ');
        (_space, _lineEnd) = (false, false);
        _text.Append(c);
    }

    private static bool IsWide(char c) => c is (>= '\u2e80' and <= '\ud7ff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef') or '“' or '”' or '—';
}
