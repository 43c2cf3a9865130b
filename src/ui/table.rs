//! Rows and columns that scroll in a box of their own.

use leptos::prelude::*;

/// The table; `label` names it for everybody who does not see it.
pub fn table(label: &'static str, heads: &[&'static str], rows: Vec<Vec<AnyView>>) -> AnyView {
    let heads: Vec<_> = heads.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let cells: Vec<_> = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=label>
            <table>
                <caption class="hidden">{label}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
