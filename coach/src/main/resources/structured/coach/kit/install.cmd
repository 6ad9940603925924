@echo off
rem Sets up the tutorial from this kit: finds the shell that comes with Git for Windows, and runs install.sh in it.
rem     install                 into the folder "structured" in your home
rem     install --to FOLDER     into another one
setlocal
set "HERE=%~dp0"
set "GIT=%ProgramFiles%\Git"
rem Installed for one user, or by Scoop, whose git on the PATH is only a shim.
for %%d in ("%LOCALAPPDATA%\Programs\Git" "%ProgramData%\scoop\apps\git\current" "%USERPROFILE%\scoop\apps\git\current" "%SCOOP%\apps\git\current") do if exist "%%~d\usr\bin\sh.exe" set "GIT=%%~d"
for /f "delims=" %%g in ('where git 2^>nul') do if exist "%%~dpg..\usr\bin\sh.exe" set "GIT=%%~dpg.."
if not exist "%GIT%\usr\bin\sh.exe" goto no_git
rem Its tools come first, since Windows has others by the names of find and sort.
set "PATH=%GIT%\usr\bin;%GIT%\bin;%GIT%\mingw64\bin;%PATH%"
set "MSYSTEM=MINGW64"
pushd "%~dp0"
"%GIT%\usr\bin\sh.exe" ./install.sh %*
exit /b %errorlevel%

:no_git
call :their_words %*
call :tell "Git for Windows was not found, and this needs its shell."
call :tell "Install it, then start install.cmd again. In this kit there is:"
chcp %CODE_PAGE% >nul
dir /b "%~dp0extras" 2>nul
exit /b 2

rem Each sentence in their language, which install.sh chooses, too: it stands below it in that file.
:tell
set "SAID=%~1"
set "BELOW="
if exist "%WORDS%" for /f "usebackq delims=" %%l in ("%WORDS%") do (
  if defined BELOW for /f "tokens=*" %%t in ("%%l") do set "SAID=%%t"
  set "BELOW="
  if "%%l"=="%~1" set "BELOW=yes"
)
echo %SAID%
exit /b

rem Sets WORDS to that file: by --lang, by the variables that a shell goes by, or else by what Windows itself speaks; by another country's, if need be.
:their_words
set "TAG=%LC_ALL%"
if not defined TAG set "TAG=%LC_MESSAGES%"
if not defined TAG set "TAG=%LANG%"
if not defined TAG for /f "tokens=2,*" %%a in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul') do set "TAG=%%b"
:argument
if /i "%~1"=="--lang" set "TAG=%~2"
shift /1
if not "%~1"=="" goto argument
for /f "delims=.@" %%t in ("%TAG%") do set "TAG=%%t"
if defined TAG set "TAG=%TAG:_=-%"
set "WORDS=%HERE%install.%TAG%.txt"
if not exist "%WORDS%" for /f "delims=" %%w in ('dir /b "%HERE%install.%TAG:~0,2%-*.txt" 2^>nul') do set "WORDS=%HERE%%%w"
rem The file is UTF-8. What the window had before, it gets back.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "CODE_PAGE=%%c"
if exist "%WORDS%" chcp 65001 >nul
exit /b
