//! The web page in a real browser: headless Chromium driven through `chromedriver` (the Debian packages
//! `chromium` and `chromium-driver`). Without them the test says that it was skipped.
#![cfg(feature = "html")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use nutgraf_eval::harness::{Cluster, Evaluation};
use nutgraf_eval::output::html_page;
use nutgraf_eval::rouge::{Options, Scorer};
use serde_json::{Value, json};

/// A browser session over the `WebDriver` protocol; ends with the value.
struct Browser {
    driver: Child,
    /// Kept open, so that the driver can go on writing.
    _output: BufReader<ChildStdout>,
    port: u16,
    session: String,
    profile: PathBuf,
}

impl Browser {
    /// `None` when there is no chromedriver on this machine.
    fn start(name: &str, width: u32) -> Option<Self> {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut output = BufReader::new(driver.stdout.take().unwrap());
        let port = output.by_ref().lines().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let profile =
            std::env::temp_dir().join(format!("nutgraf-eval-{name}-{}", std::process::id()));
        let mut browser =
            Self { driver, _output: output, port: port.unwrap(), session: String::new(), profile };
        let mut arguments = vec![format!("--user-data-dir={}", browser.profile.display())];
        let fixed = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
             --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage";
        arguments.extend(fixed.split_whitespace().map(str::to_owned));
        let options = json!({
            "args": arguments,
            "mobileEmulation": {"deviceMetrics": {"width": width, "height": 800, "pixelRatio": 1.0, "touch": false}},
        });
        let options = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}});
        let answer = browser.call("POST", "/session", &options);
        let session = answer["sessionId"].as_str();
        session.unwrap_or_else(|| panic!("{answer}")).clone_into(&mut browser.session);
        Some(browser)
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let body = body.to_string();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        // The driver keeps the connection open: read what the header announces.
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            answer.read_line(&mut line).unwrap();
            let line = line.trim().to_ascii_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line.is_empty() {
                break;
            }
        }
        let mut json = vec![0; length];
        answer.read_exact(&mut json).unwrap();
        serde_json::from_slice::<Value>(&json).unwrap()["value"].take()
    }

    fn open(&self, page: &std::path::Path) {
        let url = json!({"url": format!("file://{}", page.display())});
        self.call("POST", &format!("/session/{}/url", self.session), &url);
    }

    /// The value of a JavaScript expression in the page.
    fn value(&self, expression: &str) -> Value {
        let script = json!({"script": format!("return {expression};"), "args": []});
        self.call("POST", &format!("/session/{}/execute/sync", self.session), &script)
    }

    /// Clicks the first element, as a user does: it must be visible and not covered.
    fn click(&self, xpath: &str) {
        let find = json!({"using": "xpath", "value": xpath});
        let found = self.call("POST", &format!("/session/{}/element", self.session), &find);
        let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
        let id = id.unwrap_or_else(|| panic!("no {xpath}: {found}"));
        let answer =
            self.call("POST", &format!("/session/{}/element/{id}/click", self.session), &json!({}));
        assert!(answer.is_null(), "{xpath}: {answer}");
    }

    /// The text of each cell of a column of the table of clusters.
    fn column(&self, number: usize) -> Vec<String> {
        let script = format!(
            "[...document.querySelectorAll('tr.row')].map(r => r.cells[{number}].textContent)"
        );
        serde_json::from_value(self.value(&script)).unwrap()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.call("DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

const HOSTILE: &str = "<img src=x onerror=\"window.harmed=1\"></script>";

fn page(name: &str) -> PathBuf {
    let scorer = Scorer::new(Options::google()).unwrap();
    let mut evaluation = Evaluation::new(&scorer);
    let references = [
        ("c10", "The mill burned down overnight."),
        ("c2", "Voters chose a new mayor."),
        (HOSTILE, "Snow fell."),
    ];
    for (id, reference) in references {
        evaluation.add_cluster(Cluster {
            id: id.into(),
            references: vec![reference.into()],
            sources: vec![reference.into()],
        });
    }
    evaluation.add_system(
        "ours",
        [("c10", "The old mill burned."), ("c2", "A mayor."), (HOSTILE, "Snow fell.")],
    );
    evaluation.add_system("other", [("c10", HOSTILE), ("c2", "Voters chose a new mayor.")]);
    let html = html_page(&evaluation.report().unwrap(), &scorer, HOSTILE);
    let path =
        std::env::temp_dir().join(format!("nutgraf-eval-{name}-{}.html", std::process::id()));
    std::fs::write(&path, html).unwrap();
    path
}

#[test]
fn a_report_read_from_its_json_has_a_page() {
    let scorer = Scorer::new(Options::google()).unwrap();
    let mut evaluation = Evaluation::new(&scorer);
    let references = vec!["A new mayor.".to_owned()];
    evaluation.add_cluster(Cluster { id: "c2".into(), references, sources: Vec::new() });
    evaluation.add_system("ours", [("c2", "A mayor.")]);
    let json = evaluation.report().unwrap().json().unwrap();
    let page = html_page(&serde_json::from_str(&json).unwrap(), &scorer, "Mayors");
    assert!(page.contains("1 cluster, 1 system. ") && page.contains("\"text\":\"A mayor.\""));
}

#[test]
fn the_page_sorts_and_opens_clusters() {
    let Some(browser) = Browser::start("desk", 1280) else {
        eprintln!("SKIPPED: chromedriver is not installed; the page was not driven");
        return;
    };
    let page = page("desk");
    browser.open(&page);
    // Names sort by number, and a click on a heading by score, the second click the other way round.
    assert_eq!(browser.column(0), [HOSTILE, "c2", "c10"]);
    browser.click("//th/button[text()='ours']");
    assert_eq!(browser.column(1), ["100.00", "66.67", "57.14"]);
    browser.click("//th/button[text()='ours']");
    assert_eq!(browser.column(1), ["57.14", "66.67", "100.00"]);
    assert_eq!(
        browser.value("document.querySelector('th[aria-sort]').getAttribute('aria-sort')"),
        "ascending"
    );

    browser.click("//tr/td/button[text()='c10']");
    let texts = "[...document.querySelectorAll('.pair .text')].map(p => p.textContent)";
    assert_eq!(
        browser.value(texts),
        json!(["The old mill burned.", "The mill burned down overnight."])
    );
    let marks =
        "[...document.querySelectorAll('.pair mark')].map(m => m.className + ':' + m.textContent)";
    assert_eq!(
        browser.value(marks),
        json!([":The", "two:mill burned.", ":The", "two:mill burned"])
    );
    browser.click("//div[@class='tabs']/button[text()='other']");
    assert_eq!(browser.value(texts), json!([HOSTILE, "The mill burned down overnight."]));
    browser.click("//tr/td/button[text()='c10']");
    assert_eq!(browser.value("document.querySelectorAll('tr.detail').length"), 0);

    // A dot opens its cluster; another metric changes the numbers.
    browser.click("//div[@id='scatter']//*[name()='circle'][1]");
    assert_eq!(browser.value("document.querySelectorAll('tr.row.open').length"), 1);
    browser.click("//select[@id='metric']/option[text()='rouge2']");
    assert_eq!(browser.column(1).iter().filter(|f| *f == "100.00").count(), 1);

    assert_eq!(browser.value("window.harmed === undefined"), true);
    assert_eq!(browser.value("performance.getEntriesByType('resource').length"), 0);
    std::fs::remove_file(page).unwrap();
}

#[test]
fn the_page_fits_a_phone() {
    let Some(browser) = Browser::start("phone", 390) else {
        eprintln!("SKIPPED: chromedriver is not installed; the page was not driven");
        return;
    };
    let page = page("phone");
    browser.open(&page);
    browser.click("//tr/td/button[text()='c2']");
    assert_eq!(browser.value("innerWidth"), 390);
    assert_eq!(browser.value("document.documentElement.scrollWidth"), 390);
    let inside = "[...document.querySelectorAll('.open-cluster, .pair > div')].every(d => d.getBoundingClientRect().right <= 390)";
    assert_eq!(browser.value(inside), true);
    std::fs::remove_file(page).unwrap();
}
