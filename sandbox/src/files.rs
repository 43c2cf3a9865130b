//! The built portal.

use std::{io, path::Path};

use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use tower_http::services::ServeDir;

/// A directory of built files, some of them compressed beforehand.
#[derive(Clone)]
pub(crate) struct Files(ServeDir);

impl Files {
    pub(crate) fn of(directory: &Path) -> Result<Self, String> {
        if !directory.join("index.html").is_file() {
            return Err(format!("{} holds no index.html. Build the portal first.", directory.display()));
        }
        let service = ServeDir::new(directory).append_index_html_on_directories(false);
        Ok(Self(service.precompressed_br().precompressed_gzip()))
    }

    /// A file, or the portal itself for an address that only the portal knows. A missing file is never answered with the
    /// portal, which a browser would take for a broken script.
    pub(crate) async fn serve(mut self, mut request: Request<Body>) -> Response {
        let path = request.uri().path().to_owned();
        let is_file = is_file(&path);
        if !is_file {
            *request.uri_mut() = Uri::from_static("/index.html");
        }
        let mut response = match self.0.try_call(request).await {
            Ok(response) => response.into_response(),
            Err(error) => unreadable(&error).into_response(),
        };
        if response.status() == StatusCode::OK && is_file && is_hashed(&path) {
            let forever = HeaderValue::from_static("private, max-age=31536000, immutable");
            response.headers_mut().insert(header::CACHE_CONTROL, forever);
        }
        response
    }
}

fn unreadable(error: &io::Error) -> StatusCode {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied | io::ErrorKind::NotADirectory => {
            StatusCode::NOT_FOUND
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Where the portal keeps its files.
const FOLDERS: [&str; 2] = ["/assets/", "/style/"];
/// What it asks for, and what browsers and visitors ask every site for.
const ENDINGS: [&str; 15] = [
    "css",
    "html",
    "ico",
    "js",
    "json",
    "map",
    "mjs",
    "pdf",
    "png",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "woff2",
    "xml",
];

/// Whether an address means a file. A dot alone does not tell: a customer's folder may be called `D.V.1234`.
fn is_file(path: &str) -> bool {
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    FOLDERS.iter().any(|folder| path.starts_with(folder))
        || ending.is_some_and(|ending| !path.starts_with("/customers/") && ENDINGS.contains(&ending))
}

/// Whether the name bears a digest of the content: eight or more hexadecimal digits between other signs.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(|sign: char| !sign.is_ascii_alphanumeric()).any(|part| {
        part.len() >= 8
            && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && part.bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::{is_file, is_hashed};

    #[test]
    fn an_address_with_a_dot_in_it_is_the_portals_and_a_missing_file_is_none() {
        for file in [
            "/start.js",
            "/assets/later/customer-0a1b.wasm",
            "/assets/old",
            "/favicon.ico",
            "/robots.txt",
            "/config.json",
        ] {
            assert!(is_file(file), "{file}");
        }
        for place in
            ["/", "/customers/0a1b/disputes/D.V.1234", "/customers/0a1b/operations/1.js", "/customers/0a1b", "/v1.2/x"]
        {
            assert!(!is_file(place), "{place}");
        }
    }

    #[test]
    fn a_name_with_a_digest_is_told_from_a_word() {
        for hashed in ["/portal-0a1b2c3d4e5f6071.js", "/portal-0a1b2c3d_bg.wasm", "/style/portal.89abcdef01.css"] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for plain in ["/", "/index.html", "/start.js", "/portal_bg.wasm", "/style/deadbeef.css", "/facade/icons.svg"] {
            assert!(!is_hashed(plain), "{plain}");
        }
    }
}
