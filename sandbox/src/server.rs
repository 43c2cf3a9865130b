//! Puts the sandbox together and lets it listen.

use std::{
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{Request, StatusCode},
    middleware,
    response::{IntoResponse, Response},
    routing::{any, get, post},
    serve::ListenerExt,
};
use tokio::net::TcpListener;

use crate::{
    arguments::Settings,
    configuration, control,
    dice::Dice,
    envelope,
    files::Files,
    gateway, headers,
    holds::Holds,
    issuing,
    journal::Journal,
    latency::Latency,
    session::{self, Proxy},
    world::World,
};

/// What all calls share.
pub(crate) type Shared = Arc<Sandbox>;

/// A running sandbox.
pub(crate) struct Sandbox {
    pub(crate) holds: Holds,
    world: Mutex<World>,
    journal: Mutex<Journal>,
    pace: Mutex<(Latency, Dice)>,
    usual_latency: Latency,
    proxy: Mutex<Proxy>,
    files: Option<Files>,
}

/// Runs a sandbox until the process ends. An error is a sentence for whoever started it.
pub fn serve(settings: Settings) -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| format!("{error}."))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(settings.listen).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => {
                format!("{} is taken, perhaps by another sandbox. Choose another with --listen.", settings.listen)
            }
            _ => format!("cannot listen on {}: {error}.", settings.listen),
        })?;
        let router = router(&settings)?;
        let address = listener.local_addr().map_err(|error| format!("{error}."))?;
        println!(
            "Sandbox on http://{address}: configuration {}, {} customers beside the known ones.",
            settings.configuration.name(),
            settings.customers
        );
        // Small answers must not wait for more to come.
        let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
        axum::serve(listener, router).await.map_err(|error| format!("{error}."))
    })
}

/// Everything that a sandbox with these settings answers.
pub fn router(settings: &Settings) -> Result<Router, String> {
    let sandbox = Arc::new(Sandbox::new(settings)?);
    Ok(Router::new()
        .merge(gateway::routes())
        .route(&format!("{}/{{*path}}", envelope::PREFIX), any(gateway::no_such_operation))
        .route(&format!("{}/{{*path}}", issuing::wire::PREFIX), any(gateway::no_such_operation))
        .route("/config.json", get(configuration::configuration))
        .route("/session", get(session::session))
        .route("/csp-report", post(control::csp_report))
        // Browsers ask for it beside pages that name no icon, such as the one on which a rep signs in.
        .route("/favicon.ico", get(StatusCode::NO_CONTENT))
        .nest("/sandbox", control::routes())
        .fallback(file)
        .layer(middleware::map_response_with_state(sandbox.clone(), headers::add))
        .with_state(sandbox))
}

async fn file(State(sandbox): State<Shared>, request: Request<Body>) -> Response {
    match sandbox.files.clone() {
        Some(files) => files.serve(request).await,
        None => (StatusCode::NOT_FOUND, "This sandbox serves no portal: start it with --serve.").into_response(),
    }
}

impl Sandbox {
    fn new(settings: &Settings) -> Result<Self, String> {
        Ok(Self {
            holds: Holds::new(),
            world: Mutex::new(World::new(settings)?),
            journal: Mutex::new(Journal::new()),
            pace: Mutex::new((settings.latency, Dice::new(0))),
            usual_latency: settings.latency,
            proxy: Mutex::default(),
            files: settings.serve.as_deref().map(Files::of).transpose()?,
        })
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        locked(&self.world)
    }

    pub(crate) fn journal(&self) -> MutexGuard<'_, Journal> {
        locked(&self.journal)
    }

    /// What the proxy in front does about sessions.
    pub(crate) fn proxy(&self) -> MutexGuard<'_, Proxy> {
        locked(&self.proxy)
    }

    /// How long the next gateway call takes at least.
    pub(crate) fn next_pause(&self) -> Duration {
        let (latency, dice) = &mut *locked(&self.pace);
        latency.draw(dice)
    }

    pub(crate) fn slow_down(&self, latency: Latency) {
        locked(&self.pace).0 = latency;
    }

    /// As if it had just been started.
    pub(crate) fn reset(&self) {
        self.world().reset();
        self.journal().clear();
        self.slow_down(self.usual_latency);
        *self.proxy() = Proxy::default();
        self.holds.release();
    }
}

/// A panic elsewhere leaves nothing half done that matters here.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
