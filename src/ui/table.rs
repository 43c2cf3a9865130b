//! Rows and columns that scroll in a box of their own.

use leptos::prelude::*;

/// A column: its head, and how its cells stand.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    head: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Name,
    Figures,
}

impl Column {
    /// Text.
    pub const fn text(head: &'static str) -> Self {
        Self { head, kind: Kind::Text }
    }

    /// What names the row: a screen reader says it before each cell.
    pub const fn name(head: &'static str) -> Self {
        Self { head, kind: Kind::Name }
    }

    /// Amounts and counts, aligned at their last digit.
    pub const fn figures(head: &'static str) -> Self {
        Self { head, kind: Kind::Figures }
    }
}

impl From<&'static str> for Column {
    fn from(head: &'static str) -> Self {
        Self::text(head)
    }
}

/// Rows that belong together, under a heading of their own.
pub struct Group {
    /// "Card •••• 0010 · Transactions".
    pub heading: Option<AnyView>,
    /// One cell a column.
    pub rows: Vec<Vec<AnyView>>,
}

/// The table; `label` names it for everybody who does not see it.
pub fn table<C: Copy + Into<Column>>(label: &'static str, heads: &[C], rows: Vec<Vec<AnyView>>) -> AnyView {
    let columns = heads.iter().map(|head| (*head).into()).collect();
    grouped_table(label, columns, vec![Group { heading: None, rows }])
}

/// The table of a list in which some rows may have been `unreadable`: how many is said below it.
pub fn table_of<C: Copy + Into<Column>>(
    label: &'static str,
    heads: &[C],
    rows: Vec<Vec<AnyView>>,
    unreadable: usize,
) -> AnyView {
    view! { {table(label, heads, rows)}{self::unreadable(unreadable)} }.into_any()
}

/// How many more of a list there are that could not be read.
pub fn unreadable(count: usize) -> Option<AnyView> {
    (count > 0).then(|| view! { <p class="hint">{format!("{count} more could not be read.")}</p> }.into_any())
}

/// A table whose rows come in groups.
pub fn grouped_table(label: &'static str, columns: Vec<Column>, groups: Vec<Group>) -> AnyView {
    let heads: Vec<_> =
        columns.iter().map(|column| view! { <th scope="col" class=figures(*column)>{column.head}</th> }).collect();
    let count = columns.len().to_string();
    let groups: Vec<_> = groups
        .into_iter()
        .map(|group| {
            let heading = group.heading.map(|heading| {
                view! { <tr class="head"><th scope="rowgroup" colspan=count.clone()>{heading}</th></tr> }
            });
            let rows: Vec<_> = group.rows.into_iter().map(|cells| row(&columns, cells)).collect();
            view! { <tbody>{heading}{rows}</tbody> }
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=label>
            <table>
                <caption class="hidden">{label}</caption>
                <thead><tr>{heads}</tr></thead>
                {groups}
            </table>
        </div>
    }
    .into_any()
}

fn row(columns: &[Column], cells: Vec<AnyView>) -> AnyView {
    let cells: Vec<_> = columns
        .iter()
        .zip(cells)
        .map(|(column, cell)| match column.kind {
            Kind::Name => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td class=figures(*column)>{cell}</td> }.into_any(),
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}

fn figures(column: Column) -> Option<&'static str> {
    (column.kind == Kind::Figures).then_some("amount")
}
