//! The words of the site itself, in the languages that it knows.

use token_codes_build::catalog::Heading;

/// The words of a page that are not the catalog's.
pub(super) struct Labels {
    /// The language that they are in, and so that of the page.
    pub(super) lang: &'static str,
    /// The title of a catalog without one.
    pub(super) untitled: &'static str,
    /// What the parts of a page are called, where the catalog does not say.
    pub(super) heading: fn(Heading) -> &'static str,
    pub(super) placeholder: &'static str,
    pub(super) summary: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    pub(super) other_locales: &'static str,
    /// Before the tag of the locale that stands in.
    pub(super) untranslated: &'static str,
    /// Beside a column that clients rely on.
    pub(super) contract: &'static str,
    pub(super) skip: &'static str,
    pub(super) locales: &'static str,
    pub(super) neighbours: &'static str,
    pub(super) previous: &'static str,
    pub(super) next: &'static str,
    pub(super) search: &'static str,
    pub(super) search_hint: &'static str,
    pub(super) results: &'static str,
    pub(super) loading: &'static str,
    pub(super) failed: &'static str,
    pub(super) nothing: &'static str,
    pub(super) one_result: &'static str,
    /// With `#` for how many.
    pub(super) many_results: &'static str,
    /// With `#` for how many are shown.
    pub(super) first_results: &'static str,
    /// With `#` for the codes.
    pub(super) retired: &'static str,
    pub(super) copy_code: &'static str,
    pub(super) copy_link: &'static str,
    pub(super) copy_message: &'static str,
    pub(super) copied: &'static str,
    pub(super) not_copied: &'static str,
}

impl Labels {
    /// Those in the language of the locale, or else in English.
    pub(super) fn of(tag: &str) -> &'static Self {
        let language = tag.split('-').next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") { &JA } else { &EN }
    }
}

static EN: Labels = Labels {
    lang: "en",
    untitled: "Messages",
    heading: Heading::default_text,
    placeholder: "Placeholder",
    summary: "Summary",
    name: "Name",
    kind: "Type",
    other_locales: "In other languages",
    untranslated: "Not translated; shown in",
    contract: "part of the interface",
    skip: "Skip to the content",
    locales: "Language",
    neighbours: "Previous and next code",
    previous: "Previous",
    next: "Next",
    search: "Search",
    search_hint: "A code, words, or a whole message",
    results: "Search results",
    loading: "Loading…",
    failed: "The texts to search could not be loaded.",
    nothing: "Nothing found. Try fewer words, or leave out what was filled in.",
    one_result: "1 code found.",
    many_results: "# codes found.",
    first_results: "The first # are shown.",
    retired: "Retired, and never used again: #.",
    copy_code: "Copy code",
    copy_link: "Copy link",
    copy_message: "Copy message",
    copied: "Copied.",
    not_copied: "Could not be copied.",
};

static JA: Labels = Labels {
    lang: "ja",
    untitled: "メッセージ",
    heading: |heading| match heading {
        Heading::Overview => "一覧",
        Heading::Details => "コードの詳細",
        Heading::Code => "コード",
        Heading::Message => "メッセージ",
        Heading::Description => "説明",
        Heading::Causes => "原因",
        Heading::Resolution => "解決方法",
        Heading::Params => "プレースホルダー",
        Heading::Columns => "その他の属性",
        Heading::Retired => "廃止",
        Heading::Deprecated => "非推奨",
    },
    placeholder: "プレースホルダー",
    summary: "要約",
    name: "名前",
    kind: "型",
    other_locales: "ほかの言語",
    untranslated: "未翻訳のため、次の言語で表示:",
    contract: "インターフェースの一部",
    skip: "本文へ移動",
    locales: "言語",
    neighbours: "前後のコード",
    previous: "前へ",
    next: "次へ",
    search: "検索",
    search_hint: "コード、語句、またはメッセージ全文",
    results: "検索結果",
    loading: "読み込み中…",
    failed: "検索用のデータを読み込めませんでした。",
    nothing: "見つかりませんでした。語句を減らすか、埋め込まれた値を除いてお試しください。",
    one_result: "1件見つかりました。",
    many_results: "#件見つかりました。",
    first_results: "最初の#件を表示しています。",
    retired: "廃止され、再び使われることのないコード: #。",
    copy_code: "コードをコピー",
    copy_link: "リンクをコピー",
    copy_message: "メッセージをコピー",
    copied: "コピーしました。",
    not_copied: "コピーできませんでした。",
};
