//! Code that is not part of the first load, and is fetched when it is needed.

use js_sys::Reflect;
pub use leptos::wasm_split::SplitLoaderError as NotLoaded;
use wasm_bindgen::prelude::*;

/// Whether there is another build by now: a part of this one was asked for, and the server answered that it has none such.
pub fn is_renewed() -> bool {
    // Of xtask/later.js, which the production build fetches parts with.
    Reflect::get(&js_sys::global(), &"partIsGone".into()).is_ok_and(|gone| gone.is_truthy())
}

/// Loads the page again. What stands in the search box is taken along.
pub fn load_again() {
    let _ = begin_anew();
}

#[wasm_bindgen]
extern "C" {
    // Of start.js.
    #[wasm_bindgen(catch, js_name = loadAgain)]
    fn begin_anew() -> Result<(), JsValue>;
}

/// Declares a function whose code, with everything that only it uses, is a module of its own in the production build, and
/// where it is named a second function that fetches this module ahead. Everywhere else the code is there at once.
///
/// Both become asynchronous. What takes time itself answers with a boxed future.
macro_rules! part {
    (
        $(#[$about:meta])*
        $vis:vis fn $name:ident($($argument:ident: $Type:ty),*) -> $Answer:ty,
        $module:ident $(fetched by $fetch:ident)?,
        $body:expr $(,)?
    ) => {
        $(#[$about])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($module, wasm_split_path = ::leptos::wasm_split, $(preload($fetch),)? fallible)]
        $vis fn $name($($argument: $Type),*) -> Result<$Answer, $crate::browser::part::NotLoaded> {
            Ok($body)
        }

        $(#[$about])*
        #[cfg(not(feature = "split"))]
        $vis async fn $name($($argument: $Type),*) -> Result<$Answer, $crate::browser::part::NotLoaded> {
            Ok($body)
        }

        $(
            #[cfg(not(feature = "split"))]
            $vis async fn $fetch() -> Result<(), $crate::browser::part::NotLoaded> {
                Ok(())
            }
        )?
    };
}

pub(crate) use part;
